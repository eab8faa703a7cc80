import { showCell, titleOf } from './cell';
import { sayMark } from './marks';
import styles from './ProjectGrid.module.css';
import { type Rect, sizeOf } from './selection';
import { marksAt, sizeWords } from './spoken';
import { total } from './totals';
import type { Column, Lock, Mark, Row } from './types';

interface Props {
  rows: readonly Row[];
  columns: readonly Column[];
  at: { row: number; col: number };
  rect: Rect;
  marks: readonly Mark[] | undefined;
  lock: Lock;
}

/** Below the table: the whole of the active cell, what is wrong with it, and what the selected cells add up to. */
export function StatusLine({ rows, columns, at, rect, marks, lock }: Props) {
  const row = rows[at.row];
  const column = columns[at.col];
  if (!row || !column) return <div className={styles.status} />;
  const locked = lock(row, column);
  const own = marksAt(marks, column);
  return (
    <div className={styles.status}>
      <p className={styles.whole}>
        <b>
          第 {at.row + 1} 行　{titleOf(column)}
        </b>
        {'　'}
        {showCell(column, row.cells[column.key] ?? '') || <span className="quiet">{column.help ?? '（空）'}</span>}
      </p>
      {own.map((mark) => (
        <p key={mark.message} className={mark.severity === 'error' ? styles.saysWrong : styles.saysDoubtful}>
          {sayMark(mark)}
        </p>
      ))}
      {locked !== null && <p className="quiet">不可修改：{locked}</p>}
      <Sum rows={rows} columns={columns} rect={rect} />
    </div>
  );
}

function Sum({ rows, columns, rect }: { rows: readonly Row[]; columns: readonly Column[]; rect: Rect }) {
  if (sizeOf(rect) < 2) return null;
  const chosen = columns.slice(rect.left, rect.right + 1);
  const cells = (kind: Column['kind']) =>
    rows
      .slice(rect.top, rect.bottom + 1)
      .flatMap((row) => chosen.filter((c) => c.kind === kind).map((c) => row.cells[c.key] ?? ''));
  const has = (kind: Column['kind']) => chosen.every((c) => c.kind === kind);
  return (
    <p className={styles.sum}>
      选中 {sizeWords(rect)}
      {has('money') && `，合计 ${total('money', cells('money'))} 万元`}
      {has('int') && `，合计 ${total('int', cells('int'))}`}
    </p>
  );
}
