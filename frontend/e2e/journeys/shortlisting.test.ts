import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, unlooked } from '../act';
import { accessible } from '../axe';
import { applicationOf, clerk } from '../clerk';
import { makeNeighbours, putOnTheRiver } from '../neighbour';
import { office } from '../office';

const city = '370600';
const list = '/shortlist';

describe('a city chooses between two counties: side by side, in an order, with its reasons, within its quota', () => {
  const at = office();
  let coast: string;
  let inner: string;

  beforeAll(async () => {
    await makeNeighbours(at().world);
    await putOnTheRiver(at().world);
    const c = await clerk(at().world, `${city}-sh`);
    coast = (await applicationOf(c, '370683', '-LX')).id;
    inner = (await applicationOf(c, '370686', '-LX')).id;
  });

  const line = (page: Page, county: string) =>
    page.getByRole('list', { name: '推荐名单' }).getByRole('listitem').filter({ hasText: county });

  it('lays two of the list side by side and looks at what differs alone', async () => {
    const desk = await at().desk(`${city}-sh`);
    const { page } = desk;
    await desk.go(list, '遴选推荐');
    const compare = page.getByRole('button', { name: /^并列比较所选的/ });
    await page
      .getByRole('row', { name: /莱州市/ })
      .getByRole('checkbox')
      .check();
    expect(await compare.isDisabled()).toBe(true);
    await page
      .getByRole('row', { name: /栖霞市/ })
      .getByRole('checkbox')
      .check();
    await compare.click();
    await page.getByRole('heading', { level: 1, name: '并列比较' }).waitFor();
    const table = page.getByRole('table', { name: '各件申报的并列比较' });
    const rows = table.locator('tbody').getByRole('row');
    const all = await rows.count();
    const different = await rows.filter({ has: page.getByText('不同', { exact: true }) }).count();
    expect(different).toBeGreaterThan(0);
    expect(different).toBeLessThan(all);
    expect(await table.locator('thead').getByRole('columnheader').count()).toBe(3);
    await page.getByRole('checkbox', { name: '只看不同' }).check();
    expect(await rows.count()).toBe(different);
    await accessible(page);
    await page.getByRole('checkbox', { name: '只看不同' }).uncheck();
    expect(await rows.count()).toBe(all);
  });

  it('hides a column of the list of applications by the keys, for itself alone and for the next time too', async () => {
    const desk = await at().desk(`${city}-sh`);
    const { page } = desk;
    await desk.go('/applications', '申报');
    const column = page.getByRole('columnheader', { name: '总投资（万元）' });
    await column.first().waitFor();
    await page.getByRole('button', { name: '列设置' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '列设置' });
    await dialog.getByRole('checkbox', { name: '总投资（万元）' }).focus();
    await page.keyboard.press('Space');
    await accessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('button', { name: '列设置（已隐藏 1 列）' }).waitFor();
    await page.getByRole('columnheader', { name: '项目数' }).first().waitFor();
    expect(await column.count()).toBe(0);

    await desk.endSession();
    await desk.seat(`${city}-cz`);
    await desk.go('/applications', '申报');
    await column.first().waitFor();
  });

  it('puts the two in order with a key, and the rank goes along into the form', async () => {
    const desk = await at().desk(`${city}-sh`);
    const { page } = desk;
    await desk.go(list, '遴选推荐');
    await page.getByText('市择优名额：已选 0 / 1').waitFor();
    const [first, second] = [page.getByRole('listitem').filter({ hasText: '第 1' }), line(page, '栖霞市')];
    await first.filter({ hasText: '莱州市' }).waitFor();
    await second.getByRole('button', { name: /^上移/ }).focus();
    await page.keyboard.press('ArrowUp');
    await first.filter({ hasText: '栖霞市' }).waitFor();
    await accessible(page);
    await page.reload();
    await first.filter({ hasText: '栖霞市' }).waitFor();
    await line(page, '莱州市').getByRole('link', { name: '按第 2 推荐' }).click();
    const panel = page.getByRole('region', { name: '办理', exact: true });
    await panel.getByRole('group', { name: '办理事项' }).getByRole('button', { name: '推荐', exact: true }).click();
    expect(await panel.getByLabel(/^本市推荐排序/).inputValue()).toBe('2');
  });

  it('may pass over a county on the river only with a written reason', async () => {
    const desk = await at().desk(`${city}-sh`);
    const { page } = desk;
    await desk.go(`/applications/${coast}`);
    await act(
      page,
      '推荐',
      async (form) => {
        await form.text('本市推荐排序', 1);
        await form.text('会议纪要文号', '烟台市乡村振兴局会议纪要〔2026〕9号');
        await form.text('办理意见', '条件具备，同意推荐。');
      },
      unlooked,
    );
    const refusal = page.getByRole('alert').filter({ hasText: '未选沿黄县的理由' });
    await refusal
      .getByText(/栖霞市/)
      .first()
      .waitFor();
    await accessible(page);
    await act(
      page,
      '推荐',
      (form) => form.text('未选沿黄县的理由', '栖霞市片区产业基础尚弱，市里另行扶持，下一批优先。'),
      unlooked,
    );
    await page.getByText('已签署“推荐”，等待市财政局会签。').waitFor();
    await desk.go(list, '遴选推荐');
    await line(page, '莱州市').getByText('已签署，待会签').waitFor();
  });

  it('is told in words that its quota is full', async () => {
    const treasury = await at().desk(`${city}-cz`);
    await treasury.go(`/applications/${coast}`);
    await act(treasury.page, '推荐', (form) => form.text('办理意见', '资金口径无误，同意推荐。'), unlooked);
    await treasury.page.getByText('市已推荐', { exact: true }).first().waitFor();
    await treasury.page.getByText('栖霞市片区产业基础尚弱，市里另行扶持，下一批优先。').first().waitFor();

    const desk = await at().desk(`${city}-sh`);
    const { page } = desk;
    await desk.go(list, '遴选推荐');
    await page.getByText('市择优名额：已用 1 / 1，名额已满。').waitFor();
    await page.getByText('市择优名额：已选 1 / 1').waitFor();
    await line(page, '莱州市').getByText('已推荐').waitFor();
    expect(await line(page, '莱州市').getByRole('button').count()).toBe(0);
    await desk.go(`/applications/${inner}`);
    const panel = page.getByRole('region', { name: '办理', exact: true });
    await panel.getByRole('button', { name: '推荐（暂不能办）' }).click();
    await panel.getByText(/Q02/).first().waitFor();
    await panel
      .getByText(/莱州市/)
      .first()
      .waitFor();
    expect(await panel.getByRole('button', { name: '核对并推荐' }).isDisabled()).toBe(true);
    await accessible(page);
  });
});
