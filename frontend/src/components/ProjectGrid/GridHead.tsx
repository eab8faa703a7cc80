import { memo } from 'react';
import { groups, headWidth } from './frozen';
import styles from './ProjectGrid.module.css';
import type { Column } from './types';

interface Props {
  columns: readonly Column[];
  lefts: readonly (number | undefined)[];
}

export function ColumnWidths({ columns }: { columns: readonly Column[] }) {
  return (
    <colgroup>
      <col style={{ width: headWidth }} />
      {columns.map((c) => (
        <col key={c.key} style={{ width: c.width }} />
      ))}
    </colgroup>
  );
}

/** The headings in two rows: groups above, columns below. */
export const GridHead = memo(function GridHead({ columns, lefts }: Props) {
  const upper = groups(columns);
  return (
    <thead className={styles.head}>
      <tr>
        <th scope="col" rowSpan={2} className={styles.corner}>
          序号
        </th>
        {upper.map((g) => {
          const column = columns[g.from];
          if (!column) return null;
          return g.title === undefined ? (
            <ColumnHead key={column.key} column={column} at={g.from} left={lefts[g.from]} tall />
          ) : (
            <th key={column.key} scope="colgroup" colSpan={g.span} className={styles.group}>
              {g.title}
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
  return (
    <th
      scope="col"
      rowSpan={tall ? 2 : undefined}
      data-column={at}
      className={left === undefined ? undefined : styles.frozen}
      style={left === undefined ? undefined : { left }}
      title={column.help}
    >
      {column.title}
      {column.required && <span className={styles.must}>（必填）</span>}
    </th>
  );
}
