import type { Shape } from '@/api/types';
import { Money } from '@/components/Money';
import { placesOf } from '@/lib/money';
import styles from './Funds.module.css';

interface Props {
  parts: Shape<'FundPart'>[];
  projects: Shape<'FundShare'>[];
  total: number;
}

/** An entry's amount by project. */
export function PartTable({ parts, projects, total }: Props) {
  const places = placesOf([total, ...parts.map((p) => p.amount)]);
  return (
    <table className={styles.table}>
      <caption className="spoken">分项目，单位万元</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col" className={styles.figure}>
            金额（万元）
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((p) => (
          <tr key={p.project}>
            <th scope="row">
              {p.project} {projects.find((one) => one.project === p.project)?.name}
            </th>
            <td className={styles.figure}>
              <Money of={p.amount} places={places} />
            </td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row">合计</th>
          <td className={styles.figure}>
            <Money of={total} places={places} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
