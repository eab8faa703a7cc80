import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import { warningsOf } from './alerts';
import { FigureHeads, Figures, placesIn } from './Figures';
import styles from './Funds.module.css';
import { indent, NodeName } from './NodeName';

type Node = Shape<'FundNode'>;

interface Props {
  rows: Node[];
  alerts: Shape<'FundAlert'>[];
  scope: Record<string, string | undefined>;
}

/** The summary as a tree of rows in the five layers, with what warns at or below each. */
export function SummaryTable({ rows, alerts, scope }: Props) {
  const places = placesIn(rows.map((n) => n.total));
  return (
    <div className={`${styles.frame} wide`}>
      <table className={styles.table}>
        <caption className="spoken">分地区资金汇总，单位万元</caption>
        <thead>
          <tr>
            <th scope="col">地区、推进区、项目</th>
            <th scope="col" className={styles.figure}>
              推进区（个）
            </th>
            <FigureHeads />
            <th scope="col">提示</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((n) => (
            <tr
              key={`${n.depth}${n.applicationId}${n.code}`}
              className={n.depth === 'province' ? styles.sum : undefined}
            >
              <th scope="row" style={{ paddingLeft: 12 + 20 * indent[n.depth] }}>
                <NodeName node={n} scope={scope} />
              </th>
              <td className={styles.figure}>{n.depth === 'project' ? '' : n.zones}</td>
              <Figures of={n.total} places={places} />
              <td className={styles.hints}>
                {n.amber > 0 && <Tag tone="near">黄灯{n.depth === 'zone' ? '' : ` ${n.amber} 处`}</Tag>}{' '}
                <Warned count={warningsOf(n, alerts)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Warned({ count }: { count: number }) {
  return count === 0 ? null : <Tag tone="near">预警 {count} 条</Tag>;
}
