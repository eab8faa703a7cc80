import { useCallback, useMemo, useRef } from 'react';
import type { Project, Sections } from '@/api/draft';
import type { CellChange, Lock as GridLock, Row } from '@/components/ProjectGrid';
import { projectFields } from '../projectColumns';
import { blank, lockOutside, nextId, projectOf, rowOf, sharedOut, withCells } from '../projectRows';
import type { Slip } from '../SlipNote';

interface Given {
  projects: readonly Project[];
  villages: Sections['villages'];
  integrated: Sections['fundPlan']['integrated'];
  slip: Slip | undefined;
  put: (projects: Project[], tag?: string) => void;
}

/** The projects as rows of the grid and back. */
export function useProjectRows({ projects, villages, integrated, slip, put }: Given) {
  const fields = useMemo(() => projectFields({ villages, integrated }), [villages, integrated]);
  const columns = useMemo(() => fields.map((f) => f.column), [fields]);
  const cache = useMemo(() => ({ fields, rows: new WeakMap<Project, Row>() }), [fields]);
  const rows = useMemo(
    () =>
      projects.map((p) => {
        const row = cache.rows.get(p) ?? rowOf(cache.fields, p);
        cache.rows.set(p, row);
        return row;
      }),
    [projects, cache],
  );
  const locked: GridLock = useMemo(() => (slip ? lockOutside(slip.open) : sharedOut), [slip]);
  // A removed project brought back by an undo is what it was, with what no column shows.
  const gone = useRef(new Map<string, Project>());
  const idAt = useCallback((i: number) => projects[i]?.id, [projects]);

  const behind = (rest: readonly Project[], more: Project[], after: string | null): Project[] => {
    const at = after === null ? 0 : rest.findIndex((p) => p.id === after) + 1 || rest.length;
    return [...rest.slice(0, at), ...more, ...rest.slice(at)];
  };
  return {
    fields,
    columns,
    rows,
    locked,
    idAt,
    newRow: (taken: ReadonlySet<string>) => rowOf(fields, blank(nextId(taken))),
    onChange: (changes: readonly CellChange[]) => {
      const [first] = changes;
      const tag = changes.length === 1 && first ? `${first.rowId}.${first.key}` : '';
      put(
        projects.map((p) => {
          const own = changes.filter((c) => c.rowId === p.id);
          return own.length > 0 ? withCells(fields, p, own) : p;
        }),
        tag,
      );
    },
    onInsert: (fresh: readonly Row[], after: string | null) =>
      put(
        behind(
          projects,
          fresh.map((row) => projectOf(fields, row, gone.current.get(row.id))),
          after,
        ),
      ),
    onRemove: (ids: readonly string[]) => {
      for (const p of projects) if (ids.includes(p.id)) gone.current.set(p.id, p);
      put(projects.filter((p) => !ids.includes(p.id)));
    },
    onMove: (ids: readonly string[], after: string | null) =>
      put(
        behind(
          projects.filter((p) => !ids.includes(p.id)),
          projects.filter((p) => ids.includes(p.id)),
          after,
        ),
      ),
  };
}
