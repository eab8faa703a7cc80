import { batchOf, type Clerk } from '../clerk';
import type { Sight } from './sight';

/** Batches and their rules. */
export const batchSights: Sight[] = [
  { name: '批次', login: 'sheng-zx', path: '/batches', weight: 'work' },
  { name: '批次-申报中', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX') },
  { name: '批次-已结束', login: 'sheng-zx', path: (c) => ofBatch(c, '-02') },
  { name: '批次-政策包', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX', '/pack'), weight: 'work' },
  { name: '批次-区域名单', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX', '/regions') },
  { name: '批次-政策推演', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX', '/simulations') },
];

async function ofBatch(c: Clerk, ending: string, below = ''): Promise<string> {
  return `/batches/${(await batchOf(c, ending)).id}${below}`;
}
