import type { Shape } from '@/api/types';
import { Money } from '@/components/Money';
import { Tag } from '@/components/Tag';
import { placesOf } from '@/lib/money';
import { warningsOf } from './alerts';
import styles from './Funds.module.css';
import { layerLabels, layers } from './labels';
import { indent, NodeName } from './NodeName';
import { rateOf } from './rate';

type Node = Shape<'FundNode'>;

interface Props {
  rows: Node[];
  alerts: Shape<'FundAlert'>[];
  scope: Record<string, string | undefined>;
}

/** The summary as a tree of rows in the five layers, with what warns at or below each. */
export function SummaryTable({ rows, alerts, scope }: Props) {
  const columns = layers.map((layer) => ({ layer, places: placesOf(rows.map((n) => n.total[layer])) }));
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
            {columns.map((c) => (
              <th scope="col" key={c.layer} className={styles.figure}>
                {layerLabels[c.layer]}
              </th>
            ))}
            <th scope="col" className={styles.figure}>
              支出率
            </th>
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
              {columns.map((c) => (
                <td key={c.layer} className={styles.figure}>
                  <Money of={n.total[c.layer]} places={c.places} />
                </td>
              ))}
              <td className={styles.figure}>{rateOf(n.total.spent, n.total.allocated) || '—'}</td>
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
