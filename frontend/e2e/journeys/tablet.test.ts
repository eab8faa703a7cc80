import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { tablet } from '../browser';
import { applicationOf, clerk } from '../clerk';
import { office } from '../office';
import { overhang } from '../settle';
import { nthOf, tasksOf } from '../tasks';

const heard = '371326'; // 平邑县: its defence waits for the sheets
const visited = '371082'; // 荣成市: waits for its inspectors

describe('on a tablet held upright, with fingers', () => {
  const at = office();

  it('an expert scores a defence and hands it in', async () => {
    const task = nthOf(await tasksOf(at().world, heard, 'OPEN', 'DEFENCE'), 0);
    const desk = await at().desk(task.login, tablet);
    const { page } = desk;
    await desk.go(task.path, task.title);
    const sheet = page.getByRole('region', { name: '评分表' });
    const items = sheet.getByRole('group');
    await items.first().waitFor();
    expect(await overhang(page)).toBe(0);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
    const [paper, total, submit] = [
      page.getByRole('region', { name: '材料正文' }),
      sheet.getByRole('status', { name: '总分' }),
      sheet.getByRole('button', { name: '核对交分' }),
    ];
    for (const part of [page.getByRole('banner'), paper, items.nth(0), items.nth(1), total, submit])
      expect(await inSight(page, part), String(part)).toBe(true);
    await bigEnough(page.getByRole('main').getByRole('button'));
    await bigEnough(page.getByRole('navigation', { name: '主菜单' }).getByRole('link'));
    await accessible(page, [tablet]);

    for (const item of await items.all()) await item.getByRole('button', { name: /：优，/ }).tap();
    await sheet.getByText('各项已填完').waitFor();
    expect(await total.textContent()).toBe('总分 100.00');
    await items.nth(1).getByRole('button', { name: /：减 / }).tap();
    await expect.poll(() => total.textContent()).not.toBe('总分 100.00');
    await submit.tap();
    await accessible(page, [tablet]);
    await page.getByRole('button', { name: '确认交分' }).tap();
    await page.getByText('已交分，评分锁定').waitFor();
    expect(await overhang(page)).toBe(0);
  });

  it('an inspector fills in the sheet on the spot, with a photo, and hands it in', async () => {
    const login = 'sheng-hc1';
    const row = await applicationOf(await clerk(at().world, login), visited, '-PS');
    const desk = await at().desk(login, tablet);
    const { page } = desk;
    await desk.go('/site-checks', '现场核查');
    await page.getByRole('link', { name: row.title }).tap();
    await page.getByRole('heading', { level: 1, name: row.title }).waitFor();
    const submit = page.getByRole('button', { name: '核对提交' });
    await submit.waitFor();
    expect(await inSight(page, submit)).toBe(true);
    expect(await overhang(page)).toBe(0);
    await bigEnough(page.getByRole('main').getByRole('button'));
    await bigEnough(page.locator('main .ant-radio-button-wrapper'));
    await accessible(page, [tablet]);

    await page.getByLabel('核查日期').tap();
    await page.getByText('今天', { exact: true }).tap();
    const lines = page.getByRole('group', { name: /第 1 条$/ });
    await expect.poll(() => lines.count()).toBe(6);
    for (const [i, line] of (await lines.all()).entries()) {
      await line.getByRole('combobox').tap();
      await page
        .locator('.ant-select-dropdown:visible .ant-select-item-option')
        .nth(i % 3)
        .tap();
      await line
        .getByRole('radiogroup')
        .getByText(i === 0 ? '不符' : '属实', { exact: true })
        .tap();
    }
    await submit.tap();
    const last = page.getByRole('region', { name: '提交前核对' });
    const ready = last.getByRole('button', { name: '确认提交核查单' });
    expect(await ready.isDisabled()).toBe(true);
    await last.getByText('“村范围与类型”须写明情况').waitFor();
    await last.getByText('“村范围与类型”不符，须附现场照片').waitFor();
    await lines
      .first()
      .getByRole('textbox', { name: /：情况$/ })
      .fill('现场户籍册较申报少 6 户。');
    const buffer = await page.screenshot();
    await page
      .getByLabel('选择文件：照片')
      .first()
      .setInputFiles({ name: '户籍册.png', mimeType: 'image/png', buffer });
    await page.getByRole('img', { name: '村范围与类型，照片 1：户籍册.png' }).waitFor();
    await page.getByText('有问题，扣分').tap();
    await page.getByRole('spinbutton', { name: '扣分' }).fill('1');
    await page.getByRole('textbox', { name: '总体说明' }).fill('户数填报不实，扣 1 分。');
    await last.getByText('各项已填完。').waitFor();
    await accessible(page, [tablet]);
    await ready.tap();
    await page.getByText(/已提交$/).waitFor();
    await page.getByText('现场户籍册较申报少 6 户。').waitFor();
    await page.getByRole('img', { name: '村范围与类型，照片 1：户籍册.png' }).waitFor();
    expect(await overhang(page)).toBe(0);
  });
});

/** Whether something stands whole within the window. */
async function inSight(page: Page, at: Locator): Promise<boolean> {
  const [box, frame] = [await at.boundingBox(), page.viewportSize()];
  return (
    !!box &&
    !!frame &&
    box.y >= 0 &&
    box.x >= 0 &&
    box.y + box.height <= frame.height &&
    box.x + box.width <= frame.width
  );
}

/** A fingertip covers 44 px; links within a sentence go by its line. */
async function bigEnough(targets: Locator): Promise<void> {
  await targets.first().waitFor();
  const small: string[] = [];
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    if (box && (box.height < 44 || box.width < 44))
      small.push(`${await target.textContent()} ${box.width}×${box.height}`);
  }
  expect(small).toEqual([]);
}
