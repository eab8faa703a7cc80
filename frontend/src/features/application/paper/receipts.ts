import type { Shape } from '@/api/types';

type Row = Shape<'HandedIn'>;

/** What a 回执 is of: the newest of what the county, and of what the city, handed in. */
export interface Receipt {
  title: string;
  /** 第 2 次上报: counted among those of the same office. */
  which: string;
  row: Row;
}

const offices = [
  { title: '上报回执', which: '上报', actions: ['submit', 'resubmit'] },
  { title: '报省回执', which: '报省', actions: ['report', 'resupply'] },
];

export function receiptsOf(rows: readonly Row[]): Receipt[] {
  return offices.flatMap(({ title, which, actions }) => {
    const own = rows.filter((r) => actions.includes(r.action)).sort((a, b) => a.no - b.no);
    const row = own.at(-1);
    return row ? [{ title, which: `第 ${own.length} 次${which}`, row }] : [];
  });
}
