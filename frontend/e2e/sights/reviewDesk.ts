import type { Page } from 'playwright-core';
import { batchOf, type Clerk } from '../clerk';
import type { Sight } from './sight';

/** The desk of the review's organisers and the ranking. */
export const reviewDeskSights: Sight[] = [
  { name: '评审组织-进度与阶段', login: 'sheng-ps', path: '/review-desk', weight: 'work' },
  { name: '评审组织-办理', login: 'sheng-ps', path: '/review-desk', reach: openStage },
  { name: '评审组织-专家库', login: 'sheng-ps', path: '/review-desk?tab=experts' },
  { name: '评审组织-修改专家', login: 'sheng-ps', path: '/review-desk?tab=experts', reach: changeExpert },
  { name: '评审组织-专家抽取', login: 'sheng-ps', path: '/review-desk?tab=draws', reach: openDraw },
  { name: '评审组织-回避与分派', login: 'sheng-ps', path: '/review-desk?tab=conflicts' },
  { name: '评审组织-答辩安排', login: 'sheng-ps', path: '/review-desk?tab=defences', reach: openDefence },
  { name: '评审组织-更换专家', login: 'sheng-ps', path: '/review-desk?tab=tasks', reach: openReplacement },
  { name: '评审组织-没有申报', login: 'sheng-ps', path: (c) => inBatch(c, '-LX', '/review-desk') },
  { name: '排名-没有评完', login: 'sheng-ps', path: '/ranking' },
  { name: '排名', login: 'sheng-zx', path: (c) => inBatch(c, '-02', '/ranking'), weight: 'work' },
  { name: '排名-算式与复算', login: 'sheng-zx', path: (c) => inBatch(c, '-02', '/ranking'), reach: openWorkings },
  { name: '排名-公示后县级', login: '370686-tb', path: (c) => inBatch(c, '-02', '/ranking') },
];

/** A page of its own about a batch. */
async function inBatch(c: Clerk, ending: string, page: string): Promise<string> {
  return `${page}?batch=${(await batchOf(c, ending)).id}`;
}

async function openStage(page: Page): Promise<void> {
  await page.getByRole('button', { name: '展开行' }).first().click();
  await page.getByText('还有 5 位专家没有交分').waitFor();
}

async function changeExpert(page: Page): Promise<void> {
  await page.getByRole('button', { name: '修改 E05' }).click();
  await page.getByRole('button', { name: '保存修改' }).waitFor();
}

async function openDraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: /书面评审第 1 次抽取/ }).click();
  await page.getByRole('heading', { name: '回避清单' }).waitFor();
}

async function openDefence(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^安排、登记/ })
    .first()
    .click();
  await page.getByRole('button', { name: '登记参会' }).waitFor();
}

async function openReplacement(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更换' }).first().click();
  await page.getByRole('dialog').waitFor();
}

async function openWorkings(page: Page): Promise<void> {
  await page.getByRole('button', { name: '展开全部算式' }).click();
  await page.getByRole('button', { name: '由原始分复算' }).click();
  await page.getByText('摘要都一致').waitFor();
}
