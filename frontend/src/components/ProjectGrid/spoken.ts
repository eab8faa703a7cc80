import { spokenCell, titleOf } from './cell';
import { sayMark } from './marks';
import { type Rect, type Spot, sizeOf } from './selection';
import type { Column, Mark, Row } from './types';

export const sizeWords = (rect: Rect): string => `${rect.bottom - rect.top + 1} 行 ${rect.right - rect.left + 1} 列`;

/** The marks of a cell; those of its row as a whole stand with each. */
export const marksAt = (marks: readonly Mark[] | undefined, column: Column): readonly Mark[] =>
  marks?.filter((m) => m.key === column.key || m.key === '') ?? [];

interface Here {
  at: Spot;
  rect: Rect;
  row: Row | undefined;
  column: Column | undefined;
  marks: readonly Mark[] | undefined;
  locked: boolean;
}

/** What readers of the screen are told of the place gone to. */
export function spokenOf({ at, rect, row, column, marks, locked }: Here): string {
  if (!row || !column) return '';
  if (sizeOf(rect) > 1) return `选中 ${sizeWords(rect)}`;
  const cell = `第 ${at.row + 1} 行，${titleOf(column)}：${spokenCell(column, row.cells[column.key] ?? '')}`;
  return [cell, ...marksAt(marks, column).map(sayMark), ...(locked ? ['不可修改'] : [])].join('。');
}
