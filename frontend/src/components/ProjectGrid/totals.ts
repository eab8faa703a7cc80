import { fenOf, sumFen, wan } from '@/lib/money';
import type { Cell, Column, Row } from './types';

/** Cells of one kind added up, as shown; what is no number counts nothing. */
export function total(kind: Column['kind'], cells: readonly Cell[]): string {
  if (kind === 'money') return wan(sumFen(cells.map((cell) => (cell === '' ? null : fenOf(cell)) ?? 0n)));
  return String(cells.reduce((sum, cell) => sum + (/^\d+$/.test(cell) ? Number(cell) : 0), 0));
}

export const totalOf = (column: Column, rows: readonly Row[]): string =>
  total(
    column.kind,
    rows.map((row) => row.cells[column.key] ?? ''),
  );
