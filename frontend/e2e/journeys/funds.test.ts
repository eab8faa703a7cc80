import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { screens } from '../browser';
import { applicationOf, clerk } from '../clerk';
import { Form } from '../form';
import { office } from '../office';
import { read } from '../official';

const county = '370832'; // 梁山县 is awarded; 180.25 万元 its 水利局 promised have still to arrive
const [department, clerkOf, second] = [`${county}-bm`, `${county}-cz`, `${county}-cz2`];

describe('money comes, is paid out, spent and set right, each time under a second pair of eyes', () => {
  const at = office();
  let account: string;

  beforeAll(async () => {
    const row = await applicationOf(await clerk(at().world, 'sheng-cz'), county, '-02');
    account = `/funds/${row.id}`;
  });

  /** Fills in an entry with its voucher, looks it over and enters it; the page of the entry is open afterwards. */
  async function enter(page: Page, kind: string, line: string, amounts: string[], docNo: string): Promise<string> {
    await page.goto(account);
    await page.getByRole('button', { name: '登记一笔' }).click();
    await page.getByRole('heading', { level: 1, name: '登记一笔' }).waitFor();
    const form = new Form(page, page.getByRole('main'));
    await form.choose('类型', kind);
    await form.choose('资金条目', line);
    await form.text('文号、凭证号', docNo);
    if (kind !== '指标下达') await form.text('收款单位', '项目实施单位');
    await openAmount(page).first().fill('99999');
    await page.getByText(/^超出尚可数/).waitFor();
    await accessible(page);
    for (const [i, amount] of amounts.entries()) await openAmount(page).nth(i).fill(amount);
    const file = { name: `${docNo}.pdf`, mimeType: 'application/pdf', buffer: await page.pdf() };
    await page.locator('input[type=file]').setInputFiles(file);
    const voucher = page.getByRole('checkbox', { name: new RegExp(docNo) });
    await voucher.waitFor();
    expect(await voucher.isChecked()).toBe(true);
    await page.getByRole('button', { name: '核对这一笔' }).click();
    await page.getByRole('heading', { name: '请核对' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: `登记这一笔${kind}` }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^第 \\d+ 笔 ${kind}$`) }).waitFor();
    await page.getByText('等另一人复核').waitFor();
    // Whoever entered it may take it back, not confirm it.
    expect(await page.getByRole('button', { name: '复核确认' }).count()).toBe(0);
    await accessible(page);
    return new URL(page.url()).pathname;
  }

  /** Another official finds the entry among what waits for him and confirms it. */
  async function confirm(login: string, entry: string): Promise<void> {
    const desk = await at().desk(login, screens[1]);
    const { page } = desk;
    await desk.go('/', '首页');
    await page.locator(`a[href="${entry}"]`).click();
    await page.getByRole('button', { name: '复核确认' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: '复核确认' }).click();
    await page.getByText(/已生效$/).waitFor();
    await accessible(page);
  }

  it('what warns is listed for the province, and leads to the 督办单 that keeps the zone amber', async () => {
    const desk = await at().desk('sheng-cz');
    const { page } = desk;
    await desk.go('/funds', '资金');
    await page.getByRole('link', { name: /预警 \d+ 条/ }).click();
    const list = page.getByRole('region', { name: '预警清单' });
    const amber = list.getByRole('row').filter({ hasText: '梁山县' }).filter({ hasText: 'F06 整合比例' });
    expect((await amber.getByRole('cell').allTextContents()).slice(3, 6)).toEqual(['2,150.125', '2,121.00', '29.125']);
    await list.getByRole('row').filter({ hasText: '栖霞市' }).filter({ hasText: '支出滞后于序时进度' }).waitFor();
    await page.getByRole('button', { name: /^济宁市.*预警 \d+ 条$/ }).waitFor();
    await page
      .getByText(/^! ?低于序时 /)
      .first()
      .waitFor();
    await accessible(page);
    expect(await read(page, '导出预警清单')).toContain('支出滞后于序时进度');
    await page.getByText('按级次', { exact: true }).click();
    await page.getByRole('columnheader', { name: '中央', exact: true }).waitFor();
    await accessible(page);
    await amber.getByRole('link', { name: '第 1 号督办单' }).click();
    await page
      .getByRole('region', { name: /第 1 号督办单$/ })
      .getByText('黄灯')
      .waitFor();
    await accessible(page);
  });

  it('the department enters what arrived, and the county’s finance bureau confirms it', async () => {
    const { page } = await at().desk(department);
    const entry = await enter(page, '指标下达', 'INT01 县水利局“灌区续建配套”', ['80.25', '40'], '到位通知〔2024〕9号');
    await confirm(clerkOf, entry);
  });

  it('the finance bureau pays it out and enters a spending, and a colleague confirms both', async () => {
    const { page } = await at().desk(clerkOf);
    const paid = await enter(page, '拨付', 'INT01 县水利局“灌区续建配套”', ['100', '20.5'], '拨字〔2024〕31号');
    await confirm(second, paid);
    const spent = await enter(page, '支出', 'INT01 县水利局“灌区续建配套”', ['100'], '记-2024-03-0012');
    await confirm(second, spent);
    await page.goto(account);
    await figures(page, ['980.25', '980.25', '920.25', '120.50', '100.00']);
    await accessible(page);
    await page.getByText('按项目', { exact: true }).click();
    await page.getByRole('table', { name: /按项目的资金矩阵/ }).waitFor();
    await accessible(page);
    const matrix = await read(page, '矩阵（PDF）');
    expect(matrix).toContain('资金矩阵');
    expect(matrix).toContain('120.50');
    expect(await read(page, '矩阵（Excel）')).toContain('灌区续建配套');
  });

  it('a spending entered in error is reversed whole, and both stay in the ledger', async () => {
    const { page } = await at().desk(clerkOf);
    await page.goto(`${account.replace('/funds/', '/funds/entries?application=')}&q=0012`);
    await page.getByRole('link', { name: /^第 \d+ 笔$/ }).click();
    await page.getByRole('button', { name: '冲正' }).click();
    await page.getByRole('heading', { level: 1, name: '冲正' }).waitFor();
    const form = new Form(page, page.getByRole('main'));
    await form.text('文号、凭证号', '更正〔2024〕1号');
    await form.text('为什么冲正', '凭证重复登记。');
    await accessible(page);
    await page.getByRole('button', { name: '整笔冲正' }).click();
    await page.getByRole('heading', { level: 1, name: /^第 \d+ 笔 冲正$/ }).waitFor();
    await accessible(page);
    await confirm(second, new URL(page.url()).pathname);
    await page.goto(account);
    await figures(page, ['980.25', '980.25', '920.25', '120.50', '0.00']);
    await page.goto(`/funds/entries${account.replace('/funds/', '?application=')}`);
    const ledger = page.getByRole('row').filter({ hasText: '记-2024-03-0012' });
    await ledger.getByText('已冲正').waitFor();
    await accessible(page);
    expect(await read(page, '台账（Excel）')).toContain('更正〔2024〕1号');
  });

  it('the 督办单 has recovered with the money, and the province closes it', async () => {
    const desk = await at().desk('sheng-cz');
    const { page } = desk;
    await desk.go('/supervision', '督办');
    const order = page.getByRole('region', { name: /第 1 号督办单$/ });
    await order.getByText(/已到位 \d/).waitFor();
    await accessible(page);
    await order.getByLabel('核实情况').fill('到位通知和银行回单已核对，资金到账。');
    await order.getByRole('button', { name: '销号' }).click();
    await page.getByText('没有待办的督办单').waitFor();
    await page.getByText('已销号的也列出').click();
    await order.getByText('资金到账').waitFor();
    await accessible(page);
    await page.goto(account);
    await page.getByText(/^! ?预警 \d+ 条$/).click();
    await page.getByText('立项后 24 个月，已下达资金全部支出').waitFor();
    expect(await page.getByText('黄灯').count()).toBe(0);
    await accessible(page);
    await page.getByText('按项目和级次', { exact: true }).click();
    await page.getByRole('table', { name: /按级次的分配矩阵/ }).waitFor();
    await accessible(page);
  });

  it('the province sees the sums by region down to the entry', async () => {
    const desk = await at().desk('sheng-cz');
    const { page } = desk;
    await desk.go('/funds?by=city', '资金');
    await page.getByRole('table', { name: /分地区资金汇总/ }).waitFor();
    await accessible(page);
    for (const label of ['汇总表', '支出进度表']) expect(await read(page, label)).toContain('济宁市');
    await page
      .getByRole('table', { name: /分地区资金汇总/ })
      .getByRole('link', { name: '济宁市' })
      .click();
    await page
      .getByRole('row', { name: /梁山县/ })
      .getByRole('cell', { name: '6,541.50' })
      .first()
      .waitFor();
    await page.getByRole('link', { name: '梁山县' }).click();
    await page
      .getByRole('table', { name: /分地区资金汇总/ })
      .getByRole('link', { name: /黄河滩乡/ })
      .click();
    await page.getByRole('table', { name: /按来源和级次的资金矩阵/ }).waitFor();
    await page
      .getByRole('row', { name: /^INT01/ })
      .getByRole('link', { name: '120.50' })
      .click();
    await page.getByText('拨字〔2024〕31号').waitFor();
    await accessible(page);
  });

  it('the province closes a month, and the award says so', async () => {
    const desk = await at().desk('sheng-cz');
    const { page } = desk;
    await desk.go('/funds', '资金');
    await page.getByRole('button', { name: '结账' }).click();
    await page.getByRole('heading', { level: 1, name: '结账' }).waitFor();
    await new Form(page, page.getByRole('main')).choose('批次', /2023年度/);
    await page.getByText('还没有结过账').waitFor();
    await page.getByLabel('结账到哪个月').fill('2024-02');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '结账到 2024年2月29日' }).click();
    await page.getByRole('row', { name: /2024年2月29日.*省财政厅/ }).waitFor();
    await accessible(page);
    await page.goto(account);
    await page.getByText('2024-02-29').waitFor();
  });
});

/** The projects of the line that may still take something. */
const openAmount = (page: Page) => page.locator('input[aria-label*="本笔金额"]:enabled');

/** The five figures of the line in the matrix: planned, promised, come, paid out, spent. */
async function figures(page: Page, five: string[]): Promise<void> {
  const row = page.getByRole('table', { name: /按来源和级次的资金矩阵/ }).getByRole('row', { name: /^INT01/ });
  await expect.poll(async () => (await row.getByRole('cell').allTextContents()).slice(0, 5)).toEqual(five);
}
