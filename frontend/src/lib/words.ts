import lists from './words.json';

/** The document's closed word lists, written by the server's own (make generate). */
export type List = keyof typeof lists;

/** The Chinese name of a code; the code itself where the list has none, a dash for nothing. */
export function word(list: List, code: string | null | undefined): string {
  if (!code) return '—';
  const names: Record<string, string> = lists[list];
  return names[code] ?? code;
}

/** A list as choices, in its own order. */
export function choices(list: List): { value: string; label: string }[] {
  return Object.entries(lists[list]).map(([value, label]) => ({ value, label }));
}
