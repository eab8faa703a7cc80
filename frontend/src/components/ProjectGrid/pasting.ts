import { squash } from '@/lib/clean/fold';
import { cleanCell, plainCell, showCell, titleOf } from './cell';
import { change } from './edits';
import type { Edit } from './model';
import { type Rect, type Selection, sizeOf } from './selection';
import type { CellChange, Column, Lock, Row } from './types';

/** What is to be said about one cell of a paste: what came, and what will be put. */
export interface Said {
  row: number;
  column: string;
  text: string;
  why: string;
  put: string;
}

/** A paste as it would be, before anything changes. */
export interface PastePlan {
  height: number;
  width: number;
  titles: string[];
  /** What the cells will show, by row. */
  shown: { row: number; fresh: boolean; cells: string[] }[];
  troubles: Said[];
  notes: Said[];
  fresh: number;
  overwritten: number;
  locked: number;
  beyondRows: number;
  beyondColumns: number;
  headSkipped: boolean;
  edits: Edit[];
  selection: Selection;
}

export interface Ground {
  rows: readonly Row[];
  columns: readonly Column[];
  rect: Rect;
  lock: Lock;
  /** A further row, its id none of those taken; absent where rows cannot be added. */
  newRow?: (taken: ReadonlySet<string>) => Row;
}

// More rows at once is a whole sheet taken by mistake.
const mostFresh = 500;

/** Works out what a table of texts would put where. Nothing changes by it. */
export function planPaste(raw: string[][], { rows, columns, rect, lock, newRow }: Ground): PastePlan {
  const headSkipped = isHead(raw, columns.slice(rect.left));
  const table = sized(trimmed(headSkipped ? raw.slice(1) : raw), rect);
  const targets = columns.slice(rect.left, rect.left + (table[0]?.length ?? 0));
  const room = newRow ? mostFresh : 0;
  const taken = new Set(rows.map((row) => row.id));
  const plan: PastePlan = {
    height: Math.min(table.length, rows.length - rect.top + room),
    width: targets.length,
    titles: targets.map(titleOf),
    shown: [],
    troubles: [],
    notes: [],
    fresh: 0,
    overwritten: 0,
    locked: 0,
    beyondRows: Math.max(0, table.length - (rows.length - rect.top) - room),
    beyondColumns: (table[0]?.length ?? 0) - targets.length,
    headSkipped,
    edits: [],
    selection: { at: { row: rect.top, col: rect.left }, to: { row: rect.top, col: rect.left } },
  };
  const changes: CellChange[] = [];
  const fresh: Row[] = [];
  for (const [i, texts] of table.slice(0, plan.height).entries()) {
    const old = rows[rect.top + i];
    const base = old ?? newRow?.(taken);
    if (!base) break;
    taken.add(base.id);
    const own = targets.flatMap((column, c) => put(plan, base, column, texts[c] ?? '', rect.top + i + 1, lock));
    const cells = { ...base.cells, ...Object.fromEntries(own.map((each) => [each.key, each.to])) };
    if (old) changes.push(...own);
    else fresh.push({ ...base, cells });
    plan.overwritten += own.filter((each) => each.from !== '').length;
    plan.shown.push({ row: rect.top + i + 1, fresh: !old, cells: targets.map((t) => showCell(t, cells[t.key] ?? '')) });
  }
  plan.fresh = fresh.length;
  if (changes.length > 0) plan.edits.push({ kind: 'cells', changes });
  if (fresh.length > 0) plan.edits.push({ kind: 'insert', rows: fresh, after: rows.at(-1)?.id ?? null });
  plan.selection.to = { row: rect.top + Math.max(plan.height, 1) - 1, col: rect.left + Math.max(plan.width, 1) - 1 };
  return plan;
}

/** One cell: what it changes, and what is to be said about it. What cannot be read leaves the cell as it is. */
function put(plan: PastePlan, row: Row, column: Column, text: string, number: number, lock: Lock): CellChange[] {
  const present = row.cells[column.key] ?? '';
  const said = (why: string, cell: string): Said => ({
    row: number,
    column: titleOf(column),
    text,
    why,
    put: showCell(column, cell),
  });
  const cleaned = cleanCell(column, text);
  if (lock(row, column) !== null) {
    if (!cleaned.ok || cleaned.value !== present) plan.locked++;
    return [];
  }
  if (!cleaned.ok) {
    plan.troubles.push(said(cleaned.wrong, present));
    return [];
  }
  if (cleaned.note !== undefined) plan.notes.push(said(cleaned.note, cleaned.value));
  // What a cell shows may be less than it holds; pasting that back is no change.
  return cleaned.value === plainCell(column, present) ? [] : change(row, column, cleaned.value);
}

/** Whether the first row holds the headings of the columns it would fall on. */
function isHead(table: string[][], columns: readonly Column[]): boolean {
  const [first = [], ...more] = table;
  const filled = first.filter((text) => text.trim() !== '').length;
  const same = first.filter((text, i) => {
    const column = columns[i];
    return (
      column !== undefined && text !== '' && [column.title, titleOf(column)].some((t) => squash(t) === squash(text))
    );
  }).length;
  return more.length > 0 && same > 0 && same * 2 > filled;
}

function trimmed(table: string[][]): string[][] {
  let length = table.length;
  while (length > 1 && table[length - 1]?.every((text) => text.trim() === '')) length--;
  return table.slice(0, length);
}

/** A table repeated over the selection where it fits in whole: one cell fills all of it. */
function sized(table: string[][], rect: Rect): string[][] {
  const height = table.length;
  const width = table[0]?.length ?? 0;
  const tall = rect.bottom - rect.top + 1;
  const wide = rect.right - rect.left + 1;
  if (width === 0 || tall % height !== 0 || wide % width !== 0 || sizeOf(rect) === height * width) return table;
  return Array.from({ length: tall }, (_, r) =>
    Array.from({ length: wide }, (_, c) => table[r % height]?.[c % width] ?? ''),
  );
}
