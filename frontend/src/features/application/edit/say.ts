import type { Json } from '@/lib/json';
import { type List, word } from '@/lib/words';

// Which closed list a field's words are from.
const lists: Record<string, List> = {
  type: 'villageType',
  planStatus: 'planStatus',
  level: 'level',
  status: 'fundStatus',
  contentCategory: 'contentCategory',
  libraryType: 'libraryType',
  implementationMode: 'implementationMode',
  fundUse: 'fundUse',
  assetType: 'assetType',
  modes: 'linkageMode',
  decision: 'decision',
  source: 'fundSource',
  kind: 'targetKind',
};

/** A value of the draft as a person reads it. */
export function say(path: string, value: Json | undefined): string {
  if (value === undefined || value === null) return '（没有）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  const list = lists[path.split('.').at(-1) ?? ''];
  if (typeof value === 'string') return value === '' ? '（空）' : list ? word(list, value) : value;
  if (Array.isArray(value)) return value.length === 0 ? '（空）' : value.map((v) => say(path, v)).join('、');
  return Object.entries(value)
    .filter(([, v]) => v !== '' && v !== 0 && v !== false && !(Array.isArray(v) && v.length === 0))
    .map(([k, v]) => say(k, v))
    .join(' ');
}
