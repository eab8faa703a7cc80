import type { Page } from 'playwright-core';
import { tablet } from '../browser';
import { batchOf, type Clerk, got } from '../clerk';
import { nthOf, tasksOf } from '../tasks';
import type { World } from '../world';
import type { Sight } from './sight';

/** What experts and inspectors fill in. */
export const reviewSights: Sight[] = [
  { name: '评审任务', login: 'sheng-zj1', path: '/reviews', weight: 'work' },
  { name: '评审任务-申请回避', login: holder('OPEN'), path: '/reviews', reach: askedToStepAside },
  { name: '评分', login: holder('OPEN'), path: (c) => task(c, 'OPEN'), weight: 'heavy', judged: true },
  { name: '评分-附件', login: holder('OPEN'), path: (c) => task(c, 'OPEN'), reach: openPlan },
  { name: '评分-平板', login: holder('OPEN'), path: (c) => task(c, 'OPEN'), screen: tablet },
  { name: '评分-已交分', login: holder('SUBMITTED'), path: (c) => task(c, 'SUBMITTED') },
  { name: '评分-声明回避', login: holder('ASSIGNED'), path: (c) => task(c, 'ASSIGNED') },
  { name: '打印评分表', login: holder('SUBMITTED'), path: async (c) => `${await task(c, 'SUBMITTED')}/sheet` },
  { name: '打印评分表-草稿', login: holder('OPEN'), path: async (c) => `${await task(c, 'OPEN')}/sheet` },
  { name: '现场核查', login: 'sheng-hc1', path: '/site-checks' },
  { name: '现场核查-填写', login: 'sheng-hc1', path: inspection },
  { name: '现场核查-填写-平板', login: 'sheng-hc1', path: inspection, screen: tablet },
];

/** The first expert with such a task open: 栖霞市 waits for its experts, 梁山县 is in hand, 平邑县 has its written sheets. */
function holder(state: 'ASSIGNED' | 'OPEN' | 'SUBMITTED') {
  const county = { ASSIGNED: '370686', OPEN: '370832', SUBMITTED: '371326' }[state];
  return async (world: World) => nthOf(await tasksOf(world, county, state), 0).login;
}

async function task(c: Clerk, state: 'ASSIGNED' | 'OPEN' | 'SUBMITTED'): Promise<string> {
  const { items } = await got(c.GET('/reviews'));
  const found = items.find((r) => r.open && r.state === state) ?? items.find((r) => r.state === state);
  if (!found) throw new Error(`no task ${state} among ${items.length}`);
  return `/reviews/${found.id}`;
}

async function openPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: '实施规划', exact: true }).first().click();
  await page.getByRole('document').waitFor();
}

async function askedToStepAside(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^回避 / })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

async function inspection(c: Clerk): Promise<string> {
  const batch = (await batchOf(c, '-PS')).id;
  const { items } = await got(c.GET('/applications', { params: { query: { batch, state: ['SITE_CHECK'] } } }));
  return `/site-checks/${items[0]?.id}`;
}
