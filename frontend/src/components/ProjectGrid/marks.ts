import type { Mark } from './types';

/** The marks of each row. */
export function marksByRow(marks: readonly Mark[]): Map<string, Mark[]> {
  const out = new Map<string, Mark[]>();
  for (const mark of marks) {
    const own = out.get(mark.rowId);
    if (own) own.push(mark);
    else out.set(mark.rowId, [mark]);
  }
  return out;
}

/** What stands at a row's head: how many errors and warnings it has, in words. */
export function wordsOf(marks: readonly Mark[]): string {
  const errors = marks.filter((m) => m.severity === 'error').length;
  const warnings = marks.length - errors;
  return [errors > 0 ? `${errors} 处错误` : '', warnings > 0 ? `${warnings} 处提醒` : ''].filter(Boolean).join('，');
}

export const sayMark = (mark: Mark): string => `${mark.severity === 'error' ? '错误' : '提醒'}：${mark.message}`;
