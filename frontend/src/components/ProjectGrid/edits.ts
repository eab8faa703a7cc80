import type { Rect } from './selection';
import type { CellChange, Column, Lock, Row } from './types';

/** The cells of a rectangle that may be changed, and how many may not. */
export function cellsIn(rows: readonly Row[], columns: readonly Column[], rect: Rect, lock: Lock) {
  const free: { row: Row; column: Column }[] = [];
  let locked = 0;
  for (const row of rows.slice(rect.top, rect.bottom + 1)) {
    for (const column of columns.slice(rect.left, rect.right + 1)) {
      if (lock(row, column) === null) free.push({ row, column });
      else locked++;
    }
  }
  return { free, locked };
}

/** What puts a cell; nothing when it holds that already. */
export function change(row: Row, column: Column, to: string): CellChange[] {
  const from = row.cells[column.key] ?? '';
  return from === to ? [] : [{ rowId: row.id, key: column.key, from, to }];
}

export function clearing(rows: readonly Row[], columns: readonly Column[], rect: Rect, lock: Lock) {
  const { free, locked } = cellsIn(rows, columns, rect, lock);
  return { changes: free.flatMap(({ row, column }) => change(row, column, '')), locked };
}

/** Fills the rectangle's first row down over the others; a rectangle of one row takes the row above. */
export function fillingDown(rows: readonly Row[], columns: readonly Column[], rect: Rect, lock: Lock) {
  const one = rect.top === rect.bottom;
  const source = rows[one ? rect.top - 1 : rect.top];
  if (!source) return { changes: [], locked: 0 };
  const { free, locked } = cellsIn(rows, columns, one ? rect : { ...rect, top: rect.top + 1 }, lock);
  return { changes: free.flatMap(({ row, column }) => change(row, column, source.cells[column.key] ?? '')), locked };
}
