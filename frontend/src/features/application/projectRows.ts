import type { Shape } from '@/api/types';
import type { CellChange, Lock, Row } from '@/components/ProjectGrid';
import { noBenefit, nobody } from './projectBenefits';
import type { Field, Project } from './projectField';

/** A project as a row of the grid. */
export const rowOf = (fields: readonly Field[], project: Project): Row => ({
  id: project.id,
  cells: Object.fromEntries(fields.map((field) => [field.column.key, field.get(project)])),
});

/** The project with cells put into it; what no cell changes stays as the document has it. */
export function withCells(fields: readonly Field[], project: Project, changes: readonly CellChange[]): Project {
  return changes.reduce((now, { key, to }) => {
    const field = fields.find((each) => each.column.key === key);
    return field && field.get(now) !== to ? field.set(now, to) : now;
  }, project);
}

/** A project of which only the number is known. */
export const blank = (id: string): Project => ({
  id,
  beneficiaries: nobody,
  benefitLinkage: noBenefit,
  townCodes: [],
  villageCodes: [],
  negativeListTags: [],
  performanceTargets: [],
  funds: [],
});

/** The project of a row new to the document, or of one that had been removed: then from what it was. */
export const projectOf = (fields: readonly Field[], row: Row, before: Project = blank(row.id)): Project =>
  withCells(
    fields,
    before,
    fields.flatMap(({ column: { key, readOnly }, get }) =>
      readOnly ? [] : [{ rowId: row.id, key, from: get(before), to: row.cells[key] ?? '' }],
    ),
  );

/** The next free number, P01 and on: as the import gives them. */
export function nextId(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(numbered(n))) n++;
  return numbered(n);
}

const numbered = (n: number) => `P${String(n).padStart(2, '0')}`;

/** What is shared out item by item is not changed as a sum. */
export const sharedOut: Lock = (row, column) =>
  column.key === 'funds.INTEGRATED' && row.cells['funds.items']?.includes('\n')
    ? '这是几项整合资金之和，请在“整合资金条目”中逐项填写金额'
    : null;

/** Whether a field of the document, as a slip or a finding names it (a part or the whole), holds a column's cell. */
export const holds = (field: string, key: string): boolean => {
  // Which entry of a list is meant a column does not say.
  const path = field
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/\.\d+(\..*)?$/, '');
  return key === path || key.startsWith(`${path}.`) || path.startsWith(`${key}.`);
};

/** The cells a returned application leaves open: those the slip names. Rows and sections named as a whole are open as a whole. */
export function lockOutside(slip: readonly Shape<'ReturnItem'>[]): Lock {
  const named = slip.filter((item) => item.section === 'projects');
  return (row, column) => {
    const open = named.some(
      ({ row: id, fields }) =>
        (!id || id === row.id) && (!fields?.length || fields.some((field) => holds(field, column.key))),
    );
    return open ? sharedOut(row, column) : '不在退回修改的范围内';
  };
}
