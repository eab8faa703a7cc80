import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { headOf, showCell } from './cell';
import { groups, parts } from './layout';
import styles from './PrintTables.module.css';
import { totalOf } from './totals';
import type { Column, Row } from './types';

interface Props {
  name: string;
  columns: readonly Column[];
  rows: readonly Row[];
}

/** The whole table on A4 across, in parts that fit the paper. It is drawn only for the printer. */
export function PrintTables(props: Props) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  if (!printing) return null;
  const all = parts(props.columns);
  return (
    <div className="print-only wide">
      {all.map((columns, i) => (
        <PrintTable
          key={columns.map((c) => c.key).join(' ')}
          {...props}
          columns={columns}
          name={all.length > 1 ? `${props.name}（${i + 1}／${all.length}）` : props.name}
        />
      ))}
    </div>
  );
}

const numberWidth = 56;

function PrintTable({ name, columns, rows }: Props) {
  const width = columns.reduce((sum, c) => sum + c.width, numberWidth);
  const share = (own: number) => ({ width: `${(own * 100) / width}%` });
  return (
    <table className={styles.table}>
      <caption>{name}</caption>
      <colgroup>
        <col style={share(numberWidth)} />
        {columns.map((c) => (
          <col key={c.key} style={share(c.width)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th rowSpan={2}>序号</th>
          {groups(columns).map((g) => (
            <th key={g.from} rowSpan={g.title === undefined ? 2 : 1} colSpan={g.span}>
              {g.title ?? headOf(columns[g.from])}
            </th>
          ))}
        </tr>
        <tr>{columns.map((c) => (c.group === undefined ? null : <th key={c.key}>{headOf(c)}</th>))}</tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.id}>
            <td>{i + 1}</td>
            {columns.map((c) => (
              <td key={c.key} className={c.kind === 'money' || c.kind === 'int' ? styles.number : undefined}>
                {showCell(c, row.cells[c.key] ?? '')}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <td>合计</td>
          {columns.map((c) => (
            <td key={c.key} className={styles.number}>
              {c.total ? totalOf(c, rows) : ''}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
