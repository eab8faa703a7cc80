import type { Shape } from '@/api/types';
import { FigureHeads, Figures, placesIn } from './Figures';
import styles from './Funds.module.css';

/** The matrix by project. What was allocated to the zone and not yet to a project stands in its own row. */
export function ProjectTable({ of }: { of: Shape<'FundAccount'> }) {
  const places = placesIn([of.total, ...of.projects]);
  return (
    <div className={`${styles.frame} wide`}>
      <table className={styles.table}>
        <caption className="spoken">按项目的资金矩阵，单位万元</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <FigureHeads />
          </tr>
        </thead>
        <tbody>
          {of.projects.map((p) => (
            <tr key={p.project}>
              <th scope="row">
                {p.project} {p.name}
              </th>
              <Figures of={p} places={places} scope={{ application: of.applicationId, project: p.project }} />
            </tr>
          ))}
          <tr className={styles.sum}>
            <th scope="row">合计</th>
            <Figures of={of.total} places={places} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
