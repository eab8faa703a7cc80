import type { Shape } from '@/api/types';
import type { Column } from '@/components/ProjectGrid';
import { choicesOf, isOf } from './projectLabels';

export type Project = Shape<'DocumentProject'>;

/** A column, and its cell in a project both ways. Keys follow the document, parts joined by dots, as a return slip names fields. */
export interface Field {
  column: Column;
  get: (p: Project) => string;
  set: (p: Project, cell: string) => Project;
}

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
  get: (p) => p[key] ?? '',
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
  get: (p) => p[key] ?? '',
  set: (p, cell) => set(p, isOf(words, cell) ? cell : ''),
});
