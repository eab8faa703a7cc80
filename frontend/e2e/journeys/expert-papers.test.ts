import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { filledIn } from '../excel';
import { office } from '../office';
import { nthOf, type Task, tasksOf } from '../tasks';

const county = '370832'; // 梁山县: its experts are filling in

describe('what experts do beside giving points', () => {
  const at = office();
  let tasks: Task[];
  beforeAll(async () => {
    tasks = await tasksOf(at().world, county, 'OPEN');
  });

  it('an expert follows the evidence, quotes a page, and comes back to it by its link', async () => {
    const task = nthOf(tasks, 0);
    const desk = await at().desk(task.login);
    const { page } = desk;
    await desk.go(task.path, task.title);
    const sheet = page.getByRole('region', { name: '评分表' });
    const plan = page.getByRole('document', { name: '实施规划.pdf，共 3 页' });
    await sheet.getByRole('button', { name: '实施规划', exact: true }).first().click();
    await plan.waitFor();
    await page.getByRole('button', { name: '引用第 1 页到 S1.1' }).waitFor();
    await page.getByRole('region', { name: '材料正文' }).focus();
    const quote = page.getByRole('button', { name: '引用第 2 页到 S1.1' });
    for (let i = 0; i < 10 && !(await quote.isVisible()); i++) {
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(400); // pages are drawn as they come into sight
    }
    await quote.click();
    await accessible(page);
    const item = page.getByRole('group', { name: /^S1\.1/ });
    const reason = item.getByRole('textbox', { name: /理由$/ });
    await expect.poll(() => reason.inputValue()).toBe('（附件“实施规划.pdf”第 2 页）');

    await sheet.getByRole('button', { name: '产业发展项目' }).first().click();
    await plan.waitFor({ state: 'detached' });
    const link = item.getByRole('button', { name: '附件“实施规划.pdf”第 2 页' });
    await link.click();
    await expect.poll(() => pageOnTop(page)).toBe('2');
    await page.getByText('演示用虚构材料 ATT02，第 2 页').waitFor({ state: 'attached' });

    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await page.reload();
    await link.click();
    await expect.poll(() => pageOnTop(page)).toBe('2');
  });

  it('a veto wants its ground before the sheet may be handed in', async () => {
    const task = nthOf(tasks, 0);
    const desk = await at().desk(task.login);
    const { page } = desk;
    await desk.go(task.path, task.title);
    const vetoes = page.getByRole('region', { name: '一票否决' });
    await vetoes.getByRole('checkbox').first().check();
    const ground = vetoes.getByRole('textbox', { name: /依据（必填）$/ });
    await ground.waitFor();
    await accessible(page);
    const gap = page.getByRole('listitem').filter({ hasText: /勾选了一票否决“.+”，请写明依据/ });
    await page.getByRole('button', { name: '核对交分' }).click();
    expect(await page.getByRole('button', { name: '确认交分' }).isDisabled()).toBe(true);
    await gap.getByRole('button', { name: /^定位/ }).click();
    await ground.fill('整合方案第 3 页所列部门资金并未下达。');
    await page.getByRole('button', { name: '核对交分' }).click();
    await page.getByText(/整合方案第 3 页所列部门资金并未下达。/).waitFor();
    expect(await gap.count()).toBe(0);
  });

  it('an expert takes the sheet away, fills it in with a spreadsheet program and brings it back', async () => {
    const task = nthOf(tasks, 1);
    const desk = await at().desk(task.login);
    const { page } = desk;
    await desk.go(task.path, task.title);
    const wrong = await filledIn(page, await takenAway(page), '评分', { G6: 99, G7: '良好' });
    await bringBack(page, wrong);
    const refused = page.getByRole('alert');
    await refused.getByText('评分表有 2 处需要改正').waitFor();
    await refused.getByText(/‘评分’表 G6[:：]/).waitFor();
    await refused.getByText(/‘评分’表 G7[:：]/).waitFor();
    await accessible(page);
    expect(await figure(page, 'S1.1').inputValue()).toBe('');

    const right = await filledIn(page, await takenAway(page), '评分', { G6: 4, H6: '链条只到初加工。', G7: 7.5 });
    await bringBack(page, right);
    await expect.poll(() => figure(page, 'S1.1').inputValue()).toBe('4');
    expect(await figure(page, 'S1.2').inputValue()).toBe('7.5');
    await page
      .getByRole('group', { name: /^S1\.1/ })
      .getByText('链条只到初加工。')
      .waitFor();
    await refused.waitFor({ state: 'detached' });
    await page.reload();
    await expect.poll(() => figure(page, 'S1.2').inputValue()).toBe('7.5');
  });

  it('an expert who may not judge says so with a reason and sees no more of it', async () => {
    const task = nthOf(tasks, 2);
    const desk = await at().desk(task.login);
    const { page } = desk;
    await desk.go('/reviews', '评审任务');
    const row = page.getByRole('row', { name: task.title });
    await row.getByRole('button', { name: /^回避 / }).click();
    const dialog = page.getByRole('dialog', { name: `申请回避：${task.title}` });
    const go = dialog.getByRole('button', { name: '确认回避' });
    expect(await go.isDisabled()).toBe(true);
    await accessible(page);
    await dialog.getByLabel('回避理由（必填）').fill('曾参与该县实施规划编制。');
    await go.click();
    await dialog.waitFor({ state: 'detached' });
    await row.getByText('曾参与该县实施规划编制。').waitFor();
    await desk.go(task.path, task.title);
    await page.getByText(/您已回避这份申报（曾参与该县实施规划编制。）/).waitFor();
    expect(await page.getByRole('region', { name: '评分表' }).count()).toBe(0);
  });
});

const figure = (page: Page, code: string) =>
  page.getByRole('group', { name: new RegExp(`^${code}`) }).getByRole('textbox', { name: /分数，满分/ });

/** The page of the PDF at the upper edge of the pane. */
function pageOnTop(page: Page): Promise<string | undefined> {
  return page.getByRole('region', { name: '材料正文' }).evaluate((pane) => {
    const { top } = pane.getBoundingClientRect();
    const pages = [...pane.querySelectorAll<HTMLElement>('[data-page]')];
    return pages.find((p) => Math.abs(p.getBoundingClientRect().top - top) < 4)?.dataset.page;
  });
}

async function takenAway(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '离线评分表' }).click();
  return (await download).path();
}

async function bringBack(page: Page, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('选择填好的评分表').setInputFiles({ name: '评分表.xlsx', mimeType, buffer });
}
