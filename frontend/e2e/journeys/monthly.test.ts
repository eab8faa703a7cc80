import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { screens } from '../browser';
import { applicationOf, clerk, got } from '../clerk';
import { office } from '../office';

const county = '370832'; // 梁山县 is awarded
const [filer, bureau, city] = [`${county}-tb`, `${county}-cz`, '370800-sh'];

describe('a month is reported, handed in, shown beside the next, and given back', () => {
  const at = office();
  let paper: string;
  let [now, before] = ['', ''];

  beforeAll(async () => {
    const c = await clerk(at().world, filer);
    const { id } = await applicationOf(c, county, '-02');
    const path = { id };
    const { items } = await got(c.GET('/applications/{id}/monthly-reports', { params: { path } }));
    [now, before] = [items[0]?.month ?? '', items[1]?.month ?? ''];
    paper = `/applications/${id}`;
  });

  const words = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  const percents = (page: Page) => page.getByRole('spinbutton', { name: /形象进度/ });
  const saved = (page: Page) => page.getByText(/已保存 \d\d:\d\d/).waitFor();

  it('the county fills in the month before from its paper, by the keyboard, and what it wrote is there again', async () => {
    const { page } = await at().desk(filer);
    await page.goto(paper);
    await page.getByRole('link', { name: '月报', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `${words(now)}份月报` }).waitFor();
    await accessible(page);
    await page.getByRole('link', { name: words(before), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `${words(before)}份月报` }).waitFor();
    await percents(page).first().focus();
    await page.keyboard.type('101');
    await page.getByText('P01 的形象进度应为 0 至 100，改好后自动保存').waitFor();
    await accessible(page);
    await page.keyboard.press('ControlOrMeta+a');
    for (let i = 0, of = await percents(page).count(); i < of; i++) {
      await page.keyboard.type(String(20 + i));
      await page.keyboard.press('Enter');
    }
    await page.getByRole('textbox', { name: 'P01 存在问题' }).fill('用地手续未办完。');
    await saved(page);
    await page.reload();
    await page.getByRole('textbox', { name: 'P01 存在问题' }).waitFor();
    expect(await percents(page).nth(1).inputValue()).toBe('21');
    expect(await page.getByRole('textbox', { name: 'P01 存在问题' }).inputValue()).toBe('用地手续未办完。');
    expect(await page.getByRole('button', { name: '提交月报' }).isDisabled()).toBe(true);
  });

  it('hands it in whole, and finds it locked, and grey beside the next', async () => {
    const { page } = await at().desk(filer, screens[1]);
    await page.goto(`${paper}/monthly?month=${before}`);
    await percents(page).first().waitFor();
    for (const box of await page.getByRole('textbox', { name: /进展情况/ }).all()) await box.fill('正在施工');
    await page.getByRole('button', { name: '提交月报' }).click();
    await accessible(page);
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { level: 1 }).locator('..').getByText('已提交').first().waitFor();
    expect(await percents(page).count()).toBe(0);
    await accessible(page);
    await page.getByRole('link', { name: words(now), exact: true }).click();
    const second = page.getByRole('row', { name: /^P02/ });
    await second.getByText(`21% ${words(before)}`).waitFor();
    await percents(page).nth(1).fill('20');
    await second.getByText('比上次低，请核对').waitFor();
    await accessible(page);
    await saved(page);
  });

  it('the county’s finance bureau reads it, and the city gives it back', async () => {
    const reader = await at().desk(bureau);
    await reader.page.goto(`${paper}/monthly?month=${before}`);
    await reader.page.getByRole('cell', { name: '21%', exact: true }).waitFor();
    expect(await reader.page.getByRole('button', { name: '退回' }).count()).toBe(0);
    const { page } = await at().desk(city);
    await page.goto(`${paper}/monthly?month=${before}`);
    await page.getByRole('button', { name: '退回' }).click();
    await page.getByRole('textbox', { name: /理由/ }).fill('P02 与现场不符。');
    await accessible(page);
    await page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await page.getByText('市乡村振兴局退回：P02 与现场不符。').waitFor();
    await accessible(page);
  });
});
