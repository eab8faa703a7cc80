import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import { queryText } from '@/lib/queryText';
import { FigureHeads, Figures } from './Figures';
import styles from './Funds.module.css';

type Node = Shape<'FundNode'>;

const indent: Record<Node['depth'], number> = { province: 0, city: 1, county: 2, zone: 3, project: 4 };

/** The summary as a tree of rows; each leads a step further down, a zone to its matrix. */
export function SummaryTable({ rows, scope }: { rows: Node[]; scope: Record<string, string | undefined> }) {
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
                <Name node={n} scope={scope} />
              </th>
              <td className={styles.figure}>{n.depth === 'project' ? '' : n.zones}</td>
              <Figures of={n.total} />
              <td>{n.amber > 0 && <Tag tone="near">黄灯{n.depth === 'zone' ? '' : ` ${n.amber} 处`}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Name({ node, scope }: { node: Node; scope: Record<string, string | undefined> }) {
  switch (node.depth) {
    case 'city':
      return <Link to={`/funds${queryText({ ...scope, city: node.code, by: 'county' })}`}>{node.name}</Link>;
    case 'county':
      return <Link to={`/funds${queryText({ ...scope, county: node.code, by: 'zone' })}`}>{node.name}</Link>;
    case 'zone':
      return <Link to={`/funds/${node.applicationId}`}>{node.name}</Link>;
    case 'project':
      return (
        <Link to={`/funds/entries${queryText({ application: node.applicationId, project: node.code })}`}>
          {node.code} {node.name}
        </Link>
      );
    default:
      return node.name;
  }
}
