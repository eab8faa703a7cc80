import { batchOf, type Clerk, got } from '../clerk';
import type { Sight } from './sight';

/** The city’s choice. */
export const shortlistSights: Sight[] = [
  { name: '遴选推荐', login: '370700-sh', path: '/shortlist', weight: 'work' },
  { name: '并列比较', login: 'sheng-zx', path: comparison },
  { name: '遴选推荐-省', login: 'sheng-zx', path: '/shortlist' },
];

/** Four applications of the batch in review side by side. */
async function comparison(c: Clerk): Promise<string> {
  const batch = (await batchOf(c, '-PS')).id;
  const { items } = await got(c.GET('/applications', { params: { query: { batch, pageSize: 4 } } }));
  return `/shortlist/compare?${new URLSearchParams(items.map((a) => ['id', a.id]))}`;
}
