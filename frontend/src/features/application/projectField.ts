import type { Project } from '@/api/draft';
import type { Shape } from '@/api/types';
import type { Column } from '@/components/ProjectGrid';
import type { Choice } from '@/lib/clean/choice';
import { sourceText, withSource } from './projectFunds';
import { choicesOf, fundSources, isOf } from './projectLabels';

type Beneficiaries = Shape<'DocumentBeneficiaries'>;

/** A column, and its cell in a project both ways. Keys follow the document, parts joined by dots, as a return slip names fields. */
export interface Field {
  column: Column;
  get: (p: Project) => string;
  set: (p: Project, cell: string) => Project;
}

const count = (n: number): string => (n ? String(n) : '');

type TextKey =
  | 'id'
  | 'name'
  | 'librarySubType'
  | 'contentAndScale'
  | 'responsibleDept'
  | 'implementer'
  | 'startDate'
  | 'endDate';

export const text = (key: TextKey, title: string, width: number, more: Partial<Column> = {}): Field => ({
  column: { key, title, width, kind: 'text', ...more },
  get: (p) => p[key],
  set: (p, cell) => ({ ...p, [key]: cell }),
});

export const day = (key: 'startDate' | 'endDate', title: string, month: 'first' | 'last'): Field =>
  text(key, title, 118, {
    kind: 'date',
    group: '建设期限',
    month,
    help: month === 'first' ? '如 2023-03-01；只写年月的算当月 1 日' : '如 2023-11-30；只写年月的算当月最后一日',
  });

type WordKey = 'contentCategory' | 'libraryType' | 'nature' | 'implementationMode' | 'fundUse' | 'assetType';

export const word = <K extends string>(
  key: WordKey,
  title: string,
  width: number,
  words: Record<K, string>,
  set: (p: Project, code: K | '') => Project,
  more: Partial<Column> = {},
): Field => ({
  column: { key, title, width, kind: 'choice', choices: choicesOf(words), ...more },
  get: (p) => p[key],
  set: (p, cell) => set(p, isOf(words, cell) ? cell : ''),
});

export const places = (
  key: 'townCodes' | 'villageCodes',
  title: string,
  width: number,
  choices: Choice[],
  help: string,
): Field => ({
  column: { key, title, width, kind: 'multi', group: '实施地点', choices, help },
  get: (p) => p[key].join(','),
  set: (p, cell) => ({ ...p, [key]: cell === '' ? [] : cell.split(',') }),
});

export const fund = (source: keyof typeof fundSources): Field => ({
  column: {
    key: `funds.${source}`,
    title: fundSources[source],
    group: '资金来源',
    width: 126,
    kind: 'money',
    total: true,
    help: '万元，最多 4 位小数；没有的留空',
  },
  get: (p) => sourceText(p.funds, source),
  set: (p, cell) => ({ ...p, funds: withSource(p.funds, source, cell) }),
});

export const people = (key: keyof Beneficiaries, title: string, breaks = false): Field => ({
  column: { key: `beneficiaries.${key}`, title, group: '受益群众', width: 88, kind: 'int', total: true, breaks },
  get: (p) => count(p.beneficiaries[key]),
  set: (p, cell) => ({ ...p, beneficiaries: { ...p.beneficiaries, [key]: Number(cell) } }),
});

export const linked = (key: 'directHouseholds' | 'povertyOrMonitoredHouseholds', title: string): Field => ({
  column: { key: `benefitLinkage.${key}`, title, group: '联农带农', width: 110, kind: 'int', total: true },
  get: (p) => count(p.benefitLinkage[key]),
  set: (p, cell) => ({ ...p, benefitLinkage: { ...p.benefitLinkage, [key]: Number(cell) } }),
});
