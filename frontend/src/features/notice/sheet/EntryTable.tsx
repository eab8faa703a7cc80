import { fenOf, showWan, sumFen, wan } from '@/lib/money';
import type { Entry } from './NoticeSheet';
import styles from './Sheet.module.css';

// In hundredths, so that a city's three characters and a code stand on one line.
const widths = [6, 11, 13, 20, 14, 6.5, 6.5, 13, 10];

/** The list as the printed notice has it; whoever was taken off stays readable and is not counted. */
export function EntryTable({ entries }: { entries: Entry[] }) {
  const kept = entries.filter((e) => !e.left);
  const total = sumFen(kept.map((e) => fenOf(e.amount) ?? 0n));
  return (
    <table className={styles.table}>
      <caption>单位：个、万元</caption>
      <colgroup>
        {widths.map((w, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place.
          <col key={i} style={{ width: `${w}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">设区市</th>
          <th scope="col">县（市、区）</th>
          <th scope="col">推进区名称</th>
          <th scope="col">申报编号</th>
          <th scope="col">行政村</th>
          <th scope="col">名次</th>
          <th scope="col">拟奖补额</th>
          <th scope="col">备注</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((e, i) => (
          <tr key={e.no}>
            <td>{i + 1}</td>
            <td>{e.city}</td>
            <td>{e.county}</td>
            <td className={styles.name}>{e.title}</td>
            <td className={styles.code}>{e.no}</td>
            <td className="number">{e.villages}</td>
            <td className="number">{e.rank}</td>
            <td className="money">{showWan(e.amount)}</td>
            <td>{e.left && '已撤下'}</td>
          </tr>
        ))}
        {entries.length > 0 && (
          <tr>
            <td />
            <th scope="row">合计</th>
            <td>{kept.length}个</td>
            <td />
            <td />
            <td />
            <td />
            <td className="money">{wan(total)}</td>
            <td />
          </tr>
        )}
        {entries.length === 0 && (
          <tr>
            <td colSpan={9}>（无）</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
