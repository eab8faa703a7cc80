import type { Shape } from '@/api/types';
import { Money } from '@/components/Money';
import { placesOf, wan } from '@/lib/money';
import styles from './Funds.module.css';
import { amountAt, levelsSeen, offBy, type Stage, stageLabels, stages } from './levels';
import { indent, NodeName } from './NodeName';

type Node = Shape<'FundNode'>;

interface Props {
  rows: Node[];
  scope: Record<string, string | undefined>;
}

/** 分配矩阵: the rows of the summary against level × stage, the totals of each stage at the right. */
export function LevelTable({ rows, scope }: Props) {
  const columns = levelsSeen(rows).flatMap((c) =>
    c.stages.map((stage, i) => ({
      ...c,
      stage,
      first: i === 0,
      places: placesOf(rows.map((n) => amountAt(n, c.level, stage))),
    })),
  );
  const totals = stages.map((stage) => ({ stage, places: placesOf(rows.map((n) => n.total[stage])) }));
  const regions = rows.some((n) => n.depth === 'city');
  const depthOf = (n: Node) => (regions ? indent[n.depth] : Number(n.depth !== 'province'));
  return (
    <div className={`${styles.frame} wide`}>
      <table className={`${styles.table} ${styles.levels}`}>
        <caption className="spoken">按级次的分配矩阵，单位万元</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              地区、推进区、项目
            </th>
            {levelsSeen(rows).map((c) => (
              <th scope="colgroup" key={c.level} colSpan={c.stages.length} className={styles.group}>
                {c.label}
              </th>
            ))}
            <th scope="colgroup" colSpan={stages.length} className={styles.group}>
              合计
            </th>
          </tr>
          <tr>
            {columns.map((c) => (
              <th scope="col" key={c.level + c.stage} className={edge(c.first)}>
                {stageLabels[c.stage]}
              </th>
            ))}
            {totals.map((t, i) => (
              <th scope="col" key={t.stage} className={edge(i === 0)}>
                {stageLabels[t.stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((n) => (
            <tr
              key={`${n.depth}${n.applicationId}${n.code}`}
              className={n.depth === 'province' ? styles.sum : undefined}
            >
              <th scope="row" style={{ paddingLeft: 12 + 20 * depthOf(n) }}>
                <NodeName node={n} scope={scope} />
              </th>
              {columns.map((c) => (
                <td key={c.level + c.stage} className={edge(c.first)}>
                  <Money of={amountAt(n, c.level, c.stage)} places={c.places} />
                </td>
              ))}
              {totals.map((t, i) => (
                <td key={t.stage} className={edge(i === 0)}>
                  <Money of={n.total[t.stage]} places={t.places} />
                  <Off node={n} stage={t.stage} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const edge = (first: boolean) => (first ? `${styles.figure} ${styles.edge}` : styles.figure);

function Off({ node, stage }: { node: Node; stage: Stage }) {
  const off = offBy(node, stage);
  return off === 0n ? null : <div className={styles.wrong}>各级合计差 {wan(off)}</div>;
}
