import { memo } from 'react';
import { headOf } from './cell';
import { groups } from './layout';
import styles from './ProjectGrid.module.css';
import type { Column } from './types';

interface Props {
  columns: readonly Column[];
  lefts: readonly (number | undefined)[];
}

/** The headings in two rows: groups above, columns below. */
export const GridHead = memo(function GridHead({ columns, lefts }: Props) {
  const upper = groups(columns);
  return (
    <thead className={columns.some((c) => c.group) ? styles.head : `${styles.head} ${styles.low}`}>
      <tr>
        <th scope="col" className={`${styles.corner} ${styles.tall}`}>
          序号
        </th>
        {upper.map((g) => {
          const column = columns[g.from];
          if (!column) return null;
          return g.title === undefined ? (
            <ColumnHead key={column.key} column={column} at={g.from} left={lefts[g.from]} tall />
          ) : (
            <th
              key={column.key}
              scope="colgroup"
              className={styles.group}
              style={{ gridColumn: `${g.from + 2} / span ${g.span}` }}
            >
              <span>{g.title}</span>
            </th>
          );
        })}
      </tr>
      <tr>
        {columns.map((column, i) =>
          column.group === undefined ? null : <ColumnHead key={column.key} column={column} at={i} left={lefts[i]} />,
        )}
      </tr>
    </thead>
  );
});

function ColumnHead({
  column,
  at,
  left,
  tall,
}: {
  column: Column;
  at: number;
  left: number | undefined;
  tall?: boolean;
}) {
  const name = [left !== undefined && styles.frozen, tall && styles.tall].filter(Boolean).join(' ');
  return (
    <th
      scope="col"
      data-column={at}
      className={name === '' ? undefined : name}
      style={left === undefined ? { gridColumn: at + 2 } : { gridColumn: at + 2, left }}
      title={column.help}
    >
      {headOf(column)}
      {column.required && <span className={styles.must}>（必填）</span>}
    </th>
  );
}
