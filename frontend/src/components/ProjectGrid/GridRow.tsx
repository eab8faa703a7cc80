import { memo } from 'react';
import { showCell } from './cell';
import { sayMark, wordsOf } from './marks';
import styles from './ProjectGrid.module.css';
import type { Busy, Column, Lock, Mark, Row } from './types';

interface Props {
  row: Row;
  number: number;
  columns: readonly Column[];
  lefts: readonly (number | undefined)[];
  marks: readonly Mark[] | undefined;
  busy: Busy | undefined;
  lock: Lock;
  /** The first and the last selected column; -1 for none. */
  from: number;
  to: number;
}

/** One row. It is drawn again only when its own cells, marks or selection change. */
export const GridRow = memo(function GridRow({ row, number, columns, lefts, marks, busy, lock, from, to }: Props) {
  return (
    <tr className={from >= 0 ? styles.chosenRow : undefined}>
      <RowHead number={number} marks={marks} busy={busy} />
      {columns.map((column, i) => {
        const mark = marks?.find((m) => m.key === column.key);
        const left = lefts[i];
        const chosen = i >= from && i <= to;
        const locked = lock(row, column) !== null;
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a table that is a grid a cell is a gridcell
          <td
            key={column.key}
            className={classOf(column, chosen, locked, mark)}
            style={left === undefined ? undefined : { left }}
            aria-selected={chosen || undefined}
            aria-readonly={locked || undefined}
            aria-invalid={mark?.severity === 'error' || undefined}
            title={mark && sayMark(mark)}
          >
            {showCell(column, row.cells[column.key] ?? '')}
          </td>
        );
      })}
    </tr>
  );
});

function classOf(column: Column, chosen: boolean, locked: boolean, mark: Mark | undefined): string | undefined {
  let name = '';
  if (column.kind === 'money' || column.kind === 'int') name += ` ${styles.number}`;
  if (column.frozen) name += ` ${styles.frozen}`;
  if (locked) name += ` ${styles.locked}`;
  if (mark) name += ` ${mark.severity === 'error' ? styles.wrong : styles.doubtful}`;
  if (chosen) name += ` ${styles.chosen}`;
  return name === '' ? undefined : name.slice(1);
}

function RowHead({
  number,
  marks,
  busy,
}: {
  number: number;
  marks: readonly Mark[] | undefined;
  busy: Busy | undefined;
}) {
  const words = marks ? wordsOf(marks) : '';
  const wrong = marks?.some((m) => m.severity === 'error');
  return (
    <th
      scope="row"
      className={styles.rowHead}
      title={busy?.state === 'failed' ? `没有保存：${busy.why}` : words || undefined}
    >
      {busy?.state === 'failed' && <span className={styles.failed}>未存</span>}
      {busy?.state === 'saving' && (
        <span className={styles.saving} title="正在保存">
          存…
        </span>
      )}
      {number}
      {words && (
        <>
          <span aria-hidden="true" className={wrong ? styles.errorDot : styles.warningDot}>
            {wrong ? '●' : '▲'}
          </span>
          <span className="spoken">有{words}</span>
        </>
      )}
    </th>
  );
}
