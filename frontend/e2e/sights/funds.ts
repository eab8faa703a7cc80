import { applicationOf, type Clerk, got } from '../clerk';
import type { Sight } from './sight';

/** The money. */
export const fundsSights: Sight[] = [
  { name: '资金', login: 'sheng-cz', path: '/funds', weight: 'heavy', judged: true },
  { name: '资金-县财政', login: '370686-cz', path: '/funds' },
  { name: '资金-矩阵', login: '370686-cz', path: (c) => account(c), weight: 'work' },
  { name: '资金-登记', login: '370686-cz', path: (c) => account(c, '/new') },
  { name: '资金-台账', login: 'sheng-cz', path: '/funds/entries' },
  { name: '资金-一笔', login: 'sheng-cz', path: anEntry },
  { name: '资金-结账', login: 'sheng-cz', path: '/funds/periods' },
  { name: '督办', login: 'sheng-cz', path: '/supervision' },
];

/** The money of 栖霞市's award. */
async function account(c: Clerk, below = ''): Promise<string> {
  return `/funds/${(await applicationOf(c, '370686', '-02')).id}${below}`;
}

async function anEntry(c: Clerk): Promise<string> {
  const { items } = await got(c.GET('/funds/entries'));
  return `/funds/entries/${items[0]?.id}`;
}
