import { memo } from 'react';
import styles from './ProjectGrid.module.css';
import { totalOf } from './totals';
import type { Column, Row } from './types';

interface Props {
  columns: readonly Column[];
  lefts: readonly (number | undefined)[];
  rows: readonly Row[];
}

/** The last row, always in sight: what the columns add up to. */
export const Totals = memo(function Totals({ columns, lefts, rows }: Props) {
  return (
    <tfoot className={styles.foot}>
      <tr>
        <th scope="row" className={styles.corner}>
          合计
        </th>
        {columns.map((column, i) => {
          const left = lefts[i];
          return (
            <td
              key={column.key}
              className={left === undefined ? styles.number : `${styles.number} ${styles.frozen}`}
              style={left === undefined ? undefined : { left }}
            >
              {column.total ? totalOf(column, rows) : ''}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
});
