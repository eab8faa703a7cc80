import type { Shape } from '@/api/types';

type Item = Shape<'ReturnItem'>;

/** Why a place may not be changed; null where it may. */
export type Lock = (section: string, row?: string, field?: string) => string | null;

export const free: Lock = () => null;

const frozen = '退回单没有列出此处，补正期间不能改动';

/** While returned, only what the server says is open may be changed; the server judges each save again. */
export function lockFor(open: Item[] | undefined): Lock {
  if (!open) return free;
  return (section, row = '', field = '') => (open.some((item) => opens(item, section, row, field)) ? null : frozen);
}

function opens(item: Item, section: string, row: string, field: string): boolean {
  if (item.section !== section || (item.row && item.row !== row)) return false;
  return !item.fields?.length || item.fields.some((f) => field === f || field.startsWith(`${f}.`));
}
