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
  { name: '公示立项-县级', login: '371326-tb', path: (c) => ofNotices(c, '-02') },
  { name: '公示-县级', login: '371326-tb', path: (c) => aNotice(c) },
  { name: '公示立项-公示期内', login: 'sheng-zx', path: (c) => ofNotices(c, '-02'), filling: 'notices' },
  { name: '公示-公示稿', login: 'sheng-zx', path: (c) => inState(c, 'DRAFT'), filling: 'notices' },
  { name: '公示-修改公示稿', login: 'sheng-zx', path: (c) => inState(c, 'DRAFT', '/edit'), filling: 'notices' },
  { name: '公示-答复异议', login: 'sheng-zx', path: (c) => inState(c, 'OPEN'), filling: 'notices', reach: answering },
  { name: '办理立项-公示期内', login: 'sheng-zx', path: (c) => ofNotices(c, '-02', '/awards'), filling: 'notices' },
  { name: '公开公示-公示期内', path: '/public', filling: 'notices' },
  {
    name: '公开公示-提出异议',
    path: async (c) => `/public${await inState(c, 'OPEN')}`,
    filling: 'notices',
    reach: objecting,
  },
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

async function inState(c: Clerk, state: 'DRAFT' | 'OPEN', below = ''): Promise<string> {
  const batchId = (await batchOf(c, '-02')).id;
  const { items } = await got(c.GET('/batches/{batchId}/notices', { params: { path: { batchId } } }));
  return `/notices/${items.find((n) => n.state === state)?.id}${below}`;
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

async function answering(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '异议成立' }).check();
  await page.getByLabel(/^核查情况和结论/).fill('经核查，其中一村确已列入上一批，撤下后按程序重新公示。');
}

/** Filled in, and once refused for what is wanting. */
async function objecting(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByText('请写明异议的事实和理由').waitFor();
  await page.getByRole('combobox', { name: /^所涉申报/ }).click();
  await page.keyboard.press('Enter');
  await page.getByLabel(/^事实和理由/).fill('公示的行政村中，有两个村已列入上一批推进区，请核实后说明。');
  await page.getByLabel(/^联系方式/).fill('0539-0000000');
}

async function refusedNotice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '拟定公示' }).click();
  await page.getByRole('alert').waitFor();
}
