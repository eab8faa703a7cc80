import { useCallback, useMemo } from 'react';
import type { Project } from '@/api/draft';
import type { Finding } from '@/api/problem';
import type { Column } from '@/components/ProjectGrid';
import { marksAt } from './marks';

interface Given {
  projects: readonly Project[];
  columns: readonly Column[];
  idAt: (index: number) => string | undefined;
  findings: readonly Finding[] | undefined;
}

/** The places of the projects in the grid: what the rules say of each cell, and which column shows a place. */
export function useProjectPlaces({ projects, columns, idAt, findings }: Given) {
  const keys = useMemo(() => columns.map((c) => c.key), [columns]);
  const keyAt = useCallback(
    (index: number, path: string[]) => projectKeyAt(path, projects[index], keys),
    [projects, keys],
  );
  const marks = useMemo(
    () => marksAt(findings, '/projects', idAt, (path, i) => keyAt(i, path)),
    [findings, idAt, keyAt],
  );
  return { keyAt, marks };
}

/** The column that shows a place within a project: an entry of the funds by its source, the rest by name. */
function projectKeyAt(path: string[], project: Project | undefined, keys: readonly string[]): string {
  const [first = '', second = ''] = path;
  const source = first === 'funds' ? project?.funds?.[Number(second)]?.source : undefined;
  if (source) return `funds.${source}`;
  const name = path.filter((k) => !/^\d+$/.test(k)).join('.');
  return keys.find((k) => k === name) ?? keys.find((k) => k.startsWith(`${first}.`) || k === first) ?? '';
}
