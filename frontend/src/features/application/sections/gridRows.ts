import { useCallback, useMemo, useRef } from 'react';
import type { CellChange, Column, Row } from '@/components/ProjectGrid';

/** A grid's column that knows its place in a row of the draft. */
export interface Spec<T> extends Column {
  read: (row: T) => string;
  write: (row: T, cell: string) => T;
}

/** A list of the draft as a grid's rows and back. Rows have no lasting name of their own while being typed: each object keeps one here, and hands it on when it is changed. */
export function useGridRows<T extends object>(
  list: readonly T[],
  specs: readonly Spec<T>[],
  blank: T,
  put: (list: T[]) => void,
) {
  const names = useRef(new WeakMap<T, string>());
  const rowCache = useRef(new WeakMap<T, Row>());
  const count = useRef(0);

  const nameOf = (item: T): string => {
    let name = names.current.get(item);
    if (!name) {
      name = `r${++count.current}`;
      names.current.set(item, name);
    }
    return name;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are kept for good
  const rows = useMemo(
    () =>
      list.map((item) => {
        const kept = rowCache.current.get(item);
        if (kept) return kept;
        const row = { id: nameOf(item), cells: Object.fromEntries(specs.map((s) => [s.key, s.read(item)])) };
        rowCache.current.set(item, row);
        return row;
      }),
    [list, specs],
  );

  const idAt = useCallback((index: number) => rows[index]?.id, [rows]);

  const fromRow = (row: Row): T => {
    const item = specs.reduce((t, s) => s.write(t, row.cells[s.key] ?? ''), { ...blank });
    names.current.set(item, row.id);
    return item;
  };
  const changed = (item: T, own: CellChange[]): T => {
    const next = own.reduce((t, c) => specs.find((s) => s.key === c.key)?.write(t, c.to) ?? t, item);
    names.current.set(next, nameOf(item));
    return next;
  };
  const behind = (rest: T[], more: T[], after: string | null): T[] => {
    const at = after === null ? 0 : rest.findIndex((item) => nameOf(item) === after) + 1;
    return [...rest.slice(0, at), ...more, ...rest.slice(at)];
  };

  return {
    rows,
    idAt,
    newRow: (taken: ReadonlySet<string>): Row => {
      let id = `r${++count.current}`;
      while (taken.has(id)) id = `r${++count.current}`;
      return { id, cells: Object.fromEntries(specs.map((s) => [s.key, s.read(blank)])) };
    },
    onChange: (changes: readonly CellChange[]) =>
      put(
        list.map((item) => {
          const own = changes.filter((c) => c.rowId === nameOf(item));
          return own.length > 0 ? changed(item, own) : item;
        }),
      ),
    onInsert: (fresh: readonly Row[], after: string | null) => put(behind([...list], fresh.map(fromRow), after)),
    onRemove: (ids: readonly string[]) => put(list.filter((item) => !ids.includes(nameOf(item)))),
    onMove: (ids: readonly string[], after: string | null) =>
      put(
        behind(
          list.filter((item) => !ids.includes(nameOf(item))),
          list.filter((item) => ids.includes(nameOf(item))),
          after,
        ),
      ),
  };
}
