import type { Page } from 'playwright-core';
import { batchOf, type Clerk, got } from '../clerk';
import type { Sight } from './sight';

/** Notices and awards, inside and in public. */
export const noticeSights: Sight[] = [
  { name: '公示立项', login: 'sheng-zx', path: (c) => ofNotices(c, '-02'), weight: 'work' },
  { name: '公示立项-还没有公示', login: 'sheng-zx', path: (c) => ofNotices(c, '-PS') },
  { name: '公示立项-没有待公示的', login: 'sheng-zx', path: (c) => ofNotices(c, '-PS'), reach: refusedNotice },
  { name: '公示立项-审计员', login: 'sheng-sj', path: (c) => ofNotices(c, '-02') },
  { name: '公示', login: 'sheng-zx', path: (c) => aNotice(c) },
  { name: '公示-不能再改', login: 'sheng-zx', path: (c) => aNotice(c, '/edit') },
  { name: '办理立项', login: 'sheng-cz', path: (c) => ofNotices(c, '-02', '/awards') },
  { name: '公开公示', path: '/public', weight: 'work' },
  { name: '公开公示-期满', path: async (c) => `/public${await aNotice(c)}`, weight: 'work' },
  { name: '异议回执', path: aReceipt },
  { name: '异议回执-没有这个号', path: '/public/receipts/YY20230201-00000000' },
];

async function ofNotices(c: Clerk, ending: string, below = ''): Promise<string> {
  return `/notices${below}?batch=${(await batchOf(c, ending)).id}`;
}

async function theNotice(c: Clerk): Promise<string> {
  const batchId = (await batchOf(c, '-02')).id;
  const { items } = await got(c.GET('/batches/{batchId}/notices', { params: { path: { batchId } } }));
  return items[0]?.id ?? '';
}

async function aNotice(c: Clerk, below = ''): Promise<string> {
  return `/notices/${await theNotice(c)}${below}`;
}

/** What whoever objected was given to keep. */
async function aReceipt(c: Clerk): Promise<string> {
  const noticeId = await theNotice(c);
  const { items } = await got(c.GET('/notices/{noticeId}/objections', { params: { path: { noticeId } } }));
  return `/public/receipts/${items[0]?.receiptNo}`;
}

async function refusedNotice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '拟定公示' }).click();
  await page.getByRole('alert').waitFor();
}
