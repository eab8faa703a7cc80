import type { CellChange, Row } from './types';

/** One thing done to the rows. A row comes to stand behind `after`, or first for null. */
export type Edit =
  | { kind: 'cells'; changes: readonly CellChange[] }
  | { kind: 'insert'; rows: readonly Row[]; after: string | null }
  | { kind: 'remove'; ids: readonly string[] }
  | { kind: 'move'; ids: readonly string[]; after: string | null };

/** The rows after an edit. Rows it does not touch stay the same objects, so that they are not drawn again. */
export function applied(rows: readonly Row[], edit: Edit): readonly Row[] {
  switch (edit.kind) {
    case 'cells': {
      const changes = byRow(edit.changes);
      return rows.map((row) => {
        const own = changes.get(row.id);
        return own ? { ...row, cells: { ...row.cells, ...Object.fromEntries(own.map((c) => [c.key, c.to])) } } : row;
      });
    }
    case 'insert':
      return behind(rows, edit.rows, edit.after);
    case 'remove':
      return rows.filter((row) => !edit.ids.includes(row.id));
    case 'move': {
      const moved = rows.filter((row) => edit.ids.includes(row.id));
      const rest = rows.filter((row) => !edit.ids.includes(row.id));
      return behind(rest, moved, edit.after);
    }
  }
}

function byRow(changes: readonly CellChange[]): Map<string, CellChange[]> {
  const out = new Map<string, CellChange[]>();
  for (const change of changes) {
    const own = out.get(change.rowId);
    if (own) own.push(change);
    else out.set(change.rowId, [change]);
  }
  return out;
}

function behind(rows: readonly Row[], more: readonly Row[], after: string | null): readonly Row[] {
  const at = after === null ? 0 : rows.findIndex((row) => row.id === after) + 1;
  // Behind a row that is gone means behind all: nothing that was typed is lost.
  const place = after !== null && at === 0 ? rows.length : at;
  return [...rows.slice(0, place), ...more, ...rows.slice(place)];
}

const before = (rows: readonly Row[], id: string): string | null =>
  rows[rows.findIndex((row) => row.id === id) - 1]?.id ?? null;

/** What undoes an edit of these rows, in order. */
export function inverse(rows: readonly Row[], edit: Edit): Edit[] {
  switch (edit.kind) {
    case 'cells':
      return [{ kind: 'cells', changes: edit.changes.map((c) => ({ ...c, from: c.to, to: c.from })) }];
    case 'insert':
      return [{ kind: 'remove', ids: edit.rows.map((row) => row.id) }];
    case 'remove':
      return rows
        .filter((row) => edit.ids.includes(row.id))
        .map((row) => ({ kind: 'insert', rows: [row], after: before(rows, row.id) }));
    case 'move':
      return rows
        .filter((row) => edit.ids.includes(row.id))
        .map((row) => ({ kind: 'move', ids: [row.id], after: before(rows, row.id) }));
  }
}

/** An edit without what no longer applies: rows may be gone since. Null when nothing is left of it. */
export function still(rows: readonly Row[], edit: Edit): Edit | null {
  const there = new Set(rows.map((row) => row.id));
  switch (edit.kind) {
    case 'cells': {
      const changes = edit.changes.filter((c) => there.has(c.rowId));
      return changes.length > 0 ? { ...edit, changes } : null;
    }
    case 'insert': {
      const fresh = edit.rows.filter((row) => !there.has(row.id));
      return fresh.length > 0 ? { ...edit, rows: fresh } : null;
    }
    default: {
      const ids = edit.ids.filter((id) => there.has(id));
      return ids.length > 0 ? { ...edit, ids } : null;
    }
  }
}
