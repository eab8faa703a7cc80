import { beforeAll, describe, expect, it } from 'vitest';
import { act } from '../act';
import { accessible } from '../axe';
import { screens } from '../browser';
import { applicationOf, clerk, got } from '../clerk';
import { saved } from '../form';
import { office } from '../office';
import { onPaper, read } from '../official';

const village = '前戚家沟村';
const [county, city] = ['370683', '370600']; // 莱州市 has submitted, 烟台市 has still to accept it

describe('a city returns an application, the county mends it, and both bureaus recommend it and report', () => {
  const at = office();
  let paper: string;
  let title: string;
  let id: string;

  beforeAll(async () => {
    const row = await applicationOf(await clerk(at().world, `${city}-sh`), county, '-LX');
    paper = `/applications/${row.id}`;
    title = row.title;
    id = row.id;
  });

  it('the city’s bureau finds it in its list, accepts it, and returns it with the fields named', async () => {
    const desk = await at().desk(`${city}-sh`);
    const { page } = desk;
    await desk.go('/shortlist', '遴选推荐');
    await page.getByRole('link', { name: title }).waitFor();
    await accessible(page);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await act(page, '受理');
    await page.getByText('市级审核中', { exact: true }).first().waitFor();
    await act(page, '退回补正', async (form) => {
      await form.within.getByRole('button', { name: '加一项' }).click();
      await form.choose('第 1 项：栏目', '实施规划');
      await form.choose('第 1 项：字段', '规划名称');
      await form.text('第 1 项：说明', '与县政府文件中的名称不一致');
      await form.within.getByRole('button', { name: '加一项' }).click();
      await form.choose('第 2 项：栏目', '行政村');
      await form.choose('第 2 项：行', new RegExp(village));
      await form.choose('第 2 项：字段', '人口');
      await form.text('第 2 项：说明', '与农经年报不一致');
      await form.text('办理意见', '请按所列逐项补正。');
    });
    await page.getByText('市退回补正', { exact: true }).first().waitFor();
    await accessible(page);
  });

  it('the county sees what to mend, can change that and nothing else, and mends it', async () => {
    const desk = await at().desk(`${county}-tb`, screens[1]);
    const { page } = desk;
    await desk.go('/', '首页');
    const due = page.getByRole('row', { name: new RegExp(title) }).getByText(/还有/);
    const left = (await due.textContent())?.trim();
    await desk.go(paper, title);
    await page.getByText('意见：请按所列逐项补正。').waitFor();
    // One date in both places: the slip's, not the province's later one.
    expect(left).toBe(
      await page
        .getByText(/^补正截止/)
        .textContent()
        .then((t) => t?.replace('补正截止', '').trim()),
    );
    await accessible(page);
    await page.getByRole('button', { name: '补正' }).click();
    const slip = page.getByRole('alert').filter({ hasText: '退回补正' });
    await slip.getByText('实施规划 › 规划名称：与县政府文件中的名称不一致').waitFor();
    await accessible(page);
    expect(await page.getByLabel('推进区名称').isDisabled()).toBe(true);
    expect(await page.getByLabel('规划起始日期').isDisabled()).toBe(true);

    await slip.getByRole('link', { name: '定位' }).first().click();
    const name = page.getByLabel('规划名称');
    expect(await name.evaluate((el) => el === document.activeElement)).toBe(true);
    await name.fill('莱州市衔接乡村振兴集中推进区两年实施规划');

    await slip.getByRole('link', { name: '定位' }).nth(1).click();
    await page.keyboard.type('1537');
    await page.keyboard.press('Enter');
    // The row beneath is frozen: typing there changes nothing.
    await page.keyboard.type('9999');
    await page.keyboard.press('Enter');
    await saved(page);
    await accessible(page);
    await page.reload();
    const villages = page.getByRole('grid', { name: '行政村' });
    await villages
      .getByRole('row', { name: new RegExp(village) })
      .getByText('1537')
      .waitFor();
    expect(await villages.getByText('9999').count()).toBe(0);
    expect(await page.getByLabel('规划名称').inputValue()).toBe('莱州市衔接乡村振兴集中推进区两年实施规划');
  });

  it('the county government submits it again', async () => {
    const desk = await at().desk(`${county}-qb`);
    const { page } = desk;
    await desk.go(`${paper}/submit`, '核对并提交');
    await act(page, '补正后再提交', (form) => form.text('办理意见', '已逐项补正。'));
    await page.getByText('已上报市', { exact: true }).first().waitFor();
    await page.getByRole('region', { name: '上报回执' }).getByText('第 2 次上报（补正后再提交，第 2 版）').waitFor();
    await accessible(page);
  });

  it('the city’s bureau sees what changed, accepts it and recommends it with a rank', async () => {
    const desk = await at().desk(`${city}-sh`, screens[1]);
    const { page } = desk;
    await desk.go(paper, title);
    const mended = page.getByRole('alert').filter({ hasText: /与上次上报相比改了 [1-9]\d* 处/ });
    await mended.getByRole('link', { name: '查看改动' }).click();
    await page.getByRole('tab', { name: '版本与差异', selected: true }).waitFor();
    await page.getByRole('row', { name: /1537/ }).waitFor();
    await accessible(page);
    await act(page, '受理');
    await page.getByText('市级审核中', { exact: true }).first().waitFor();
    await act(page, '推荐', async (form) => {
      await form.text('本市推荐排序', 1);
      await form.text('会议纪要文号', '烟台市乡村振兴局会议纪要〔2026〕8号');
      await form.text('办理意见', '条件具备，同意推荐。');
    });
    await page.getByText('已签署“推荐”，等待市财政局会签。').waitFor();
    await accessible(page);
  });

  it('the city’s finance bureau signs too, and the signatory reports to the province', async () => {
    const treasury = await at().desk(`${city}-cz`);
    await treasury.go(paper, title);
    await act(treasury.page, '推荐', (form) => form.text('办理意见', '资金口径无误，同意推荐。'));
    await treasury.page.getByText('市已推荐', { exact: true }).first().waitFor();

    const signer = await at().desk(`${city}-qf`);
    const { page } = signer;
    await signer.go(paper, title);
    await act(page, '报省', (form) => form.text('市级上报文号', '烟乡振发〔2026〕51号'));
    await page.getByText('已报省', { exact: true }).first().waitFor();
    await page.getByText('烟乡振发〔2026〕51号').first().waitFor();
    await accessible(page);
    const reported = page.locator('dl > div').filter({ hasText: '市报省' });
    expect(await reported.textContent()).toMatch(/\d{4}/);

    const receipt = page.getByRole('region', { name: '报省回执' });
    await receipt.getByText(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}（北京时间）$/).waitFor();
    const frozen = await got(
      (await clerk(at().world, `${city}-qf`)).GET('/applications/{id}/snapshots', { params: { path: { id } } }),
    );
    const digest = frozen.items.at(-1)?.digest ?? '';
    await receipt.getByText(`${digest.slice(0, 16)}…`).waitFor();
    const sheet = await onPaper(page);
    expect(sheet).toContain('报省回执');
    expect(sheet).toContain(digest);

    await signer.go('/shortlist', '遴选推荐');
    await page.getByText('市择优名额：已用 1 /').waitFor();
    await accessible(page);
    for (const label of ['推荐函（PDF）', '推荐函（Word）']) {
      const letter = await read(page, label);
      expect(letter).toContain('烟乡振发〔2026〕51号');
      expect(letter).toContain('共推荐衔接乡村振兴集中推进区1个');
    }
    expect(await read(page, '汇总表')).toContain('莱州市');
  });
});
