import type { Finding } from '@/api/problem';
import type { Mark } from '@/components/ProjectGrid';

/** What the rules say of the cells of one list, by the grid's names. A place deeper than a column marks that column. */
export function marksAt(
  findings: readonly Finding[] | undefined,
  above: string,
  rowId: (index: number) => string | undefined,
  keyOf: (path: string[], row: number) => string = ([key = '']) => key,
): Mark[] {
  const marks: Mark[] = [];
  for (const f of findings ?? []) {
    if ((f.verdict !== 'FAIL' && f.verdict !== 'WARN') || f.waived) continue;
    for (const place of f.places) {
      if (!place.startsWith(`${above}/`)) continue;
      const [index = '', ...path] = place.slice(above.length + 1).split('/');
      const row = rowId(Number(index));
      if (row === undefined) continue;
      const message = `${f.rule} ${f.name}：${f.advice || f.figure.text}`;
      marks.push({
        rowId: row,
        key: keyOf(path, Number(index)),
        message,
        severity: f.verdict === 'FAIL' ? 'error' : 'warning',
      });
    }
  }
  return marks;
}
