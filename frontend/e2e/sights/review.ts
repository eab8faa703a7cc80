import { batchOf, type Clerk, got } from '../clerk';
import type { Sight } from './sight';

/** What experts and inspectors fill in. */
export const reviewSights: Sight[] = [
  { name: '评审任务', login: 'sheng-zj1', path: '/reviews', weight: 'work' },
  { name: '评分', login: 'sheng-zj1', path: scoring, weight: 'heavy', judged: true },
  { name: '现场核查', login: 'sheng-hc1', path: '/site-checks' },
  { name: '现场核查-填写', login: 'sheng-hc1', path: inspection },
];

async function scoring(c: Clerk): Promise<string> {
  const { items } = await got(c.GET('/reviews'));
  return `/reviews/${(items.find((r) => r.state === 'OPEN') ?? items[0])?.id}`;
}

async function inspection(c: Clerk): Promise<string> {
  const batch = (await batchOf(c, '-PS')).id;
  const { items } = await got(c.GET('/applications', { params: { query: { batch, state: ['SITE_CHECK'] } } }));
  return `/site-checks/${items[0]?.id}`;
}
