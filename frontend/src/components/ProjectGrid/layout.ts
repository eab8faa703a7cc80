import type { Column } from './types';

/** The width of the row heads. */
export const headWidth = 64;

export const rowHeight = 36;

/** Rows of the headings, above all others. */
export const headRows = 2;

/** Where each frozen column stands; the others nowhere. Frozen columns come first. */
export function lefts(columns: readonly Column[]): (number | undefined)[] {
  let at = headWidth;
  return columns.map((column) => {
    if (!column.frozen) return undefined;
    at += column.width;
    return at - column.width;
  });
}

export const frozenWidth = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + (column.frozen ? column.width : 0), headWidth);

/** The tracks of every row, the row's head first. */
export const tracks = (columns: readonly Column[]): string =>
  [headWidth, ...columns.map((column) => column.width)].map((width) => `${width}px`).join(' ');

/** Where each column begins in the sheet, frozen or not. */
export function starts(columns: readonly Column[]): number[] {
  let at = headWidth;
  return columns.map((column) => {
    at += column.width;
    return at - column.width;
  });
}

/** Headings of the upper row: columns of one group side by side share theirs. */
export function groups(columns: readonly Column[]): { title?: string; from: number; span: number }[] {
  const out: { title?: string; from: number; span: number }[] = [];
  columns.forEach((column, i) => {
    const last = out.at(-1);
    if (last && column.group !== undefined && last.title === column.group) last.span++;
    else out.push({ ...(column.group === undefined ? {} : { title: column.group }), from: i, span: 1 });
  });
  return out;
}

/** The columns of each printed part: those that are frozen stand in all. */
export function parts(columns: readonly Column[]): Column[][] {
  const frozen = columns.filter((c) => c.frozen);
  const out: Column[][] = [[]];
  for (const column of columns.filter((c) => !c.frozen)) {
    if (column.breaks && out.at(-1)?.length) out.push([]);
    out.at(-1)?.push(column);
  }
  return out.map((part) => [...frozen, ...part]);
}
