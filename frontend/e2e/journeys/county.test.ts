import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showWan } from '../../src/lib/money';
import { word } from '../../src/lib/words';
import { accessible } from '../axe';
import { applicationOf, clerk } from '../clerk';
import { copiedFrom } from '../excel';
import { Form, pasteInto, saved } from '../form';
import { office } from '../office';
import { read, take } from '../official';
import { fillFunds, fillIndustries, fillPlan, fillVillages, fillZone, type Paper, paperOf } from '../paper';
import { binary } from '../program';

const county = '370686';
const [filer, signer] = [`${county}-tb`, `${county}-qb`];

// What a county brings with its application, in the order it uploads them.
const papers = [
  'APPLICATION_LETTER',
  'IMPLEMENTATION_PLAN',
  'RESOLUTION_MINUTES',
  'FUND_INTEGRATION_COMMITMENT',
  'LAND_GUARANTEE',
  'VILLAGE_PLAN_PROOF',
  'INDUSTRY_PLAN_PROOF',
  'WORK_TEAM_DOC',
  'ZONE_MAP',
  'NON_OVERLAP_STATEMENT',
] as const;

/** The number the system gives the nth file. */
const number = (n: number) => `ATT${String(n + 1).padStart(2, '0')}`;

describe('a county fills in an application, with its table of projects from Excel, and submits it', () => {
  const at = office();
  let paper: Paper;
  let block: string;
  let editing: string;
  let scans: string;

  beforeAll(async () => {
    scans = await mkdtemp(join(tmpdir(), 'xianjie-scans-'));
    const c = await clerk(at().world, filer);
    paper = await paperOf(c, county);
  });

  afterAll(() => rm(scans, { recursive: true, force: true }));

  it('last month’s draft leaves as a workbook, and a new one begins', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    const c = await clerk(at().world, filer);
    const old = await applicationOf(c, county, '-LX');
    await desk.go(`/applications/${old.id}/edit`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出项目表' }).click();
    block = copiedFrom(await (await download).path());
    expect(block.split(/\n(?=P\d)/)).toHaveLength(paper.projects.length);
    await c.DELETE('/applications/{id}', {
      params: { path: { id: old.id }, header: { 'If-Match': `"${old.version}"` } },
    });
    await desk.go('/applications', '申报');
    await accessible(page);
    await page.getByRole('button', { name: '新建申报' }).click();
    const dialog = page.getByRole('dialog', { name: '新建申报' });
    await dialog.getByLabel('推进区名称').fill(paper.zone.name);
    await accessible(page);
    await dialog.getByRole('button', { name: '建立草稿并开始填报' }).click();
    await page.getByRole('heading', { level: 1, name: paper.zone.name }).waitFor();
    editing = new URL(page.url()).pathname;
    await accessible(page);
  });

  it('the clerk fills in every part; the projects come from the clipboard', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    const form = new Form(page, page.getByRole('main'));
    await fillZone(form, paper);
    await fillVillages(form, paper);
    await fillIndustries(form, paper);
    await fillFunds(form, paper);
    await pasteInto(page, '项目清单', block);
    await fillPlan(form, paper);
    await saved(page);
    await accessible(page);
    await page.reload();
    const projects = page.getByRole('grid', { name: '项目清单' });
    await projects.getByRole('gridcell', { name: paper.projects.at(-1)?.name ?? '' }).waitFor();
    expect(await projects.locator('tbody tr').count()).toBe(paper.projects.length);
  });

  it('a server that dies in the middle costs nothing typed', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    const title = page.getByLabel('规划名称');
    const typed = `${paper.plan.title}（报送稿）`;
    await desk.during(async () => {
      await at().world.kill();
      await title.fill(typed);
      await title.blur();
      await page
        .getByText(/网络不通|有未保存的内容/)
        .first()
        .waitFor();
      await accessible(page);
      await at().world.revive();
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await saved(page);
    });
    await page.reload();
    await expect.poll(() => page.getByLabel('规划名称').inputValue()).toBe(typed);
  });

  it('the papers are uploaded by kind', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    const scan = await page.pdf();
    const bring = async (label: string) => {
      const file = join(scans, `${label}.pdf`);
      if (!existsSync(file)) await writeFile(file, scan);
      await page.getByLabel(`选择文件：${label}`, { exact: true }).setInputFiles(file);
    };
    const first = word('attachmentKind', papers[0]);
    const lost = await desk.losing('/attachments', async () => {
      await bring(first);
      await page.getByText(/^网络不通，没有送达/).waitFor();
    });
    expect(lost).toEqual([201]); // the server has it, and the clerk brings it again
    for (const [i, kind] of papers.entries()) {
      const label = word('attachmentKind', kind);
      await bring(label);
      await page.getByText(`${number(i)} ${label}.pdf`).waitFor();
    }
    await page.getByLabel('会议纪要附件编号').fill(number(papers.indexOf('RESOLUTION_MINUTES')));
    await saved(page);
    await page.getByText('规则检查全部通过。').waitFor();
    await accessible(page);
  });

  it('the county government looks at everything once more and submits', async () => {
    const desk = await at().desk(signer);
    const { page } = desk;
    await desk.go(editing.replace('/edit', '/submit'), '核对并提交');
    await everythingOf(page, paper);
    await accessible(page);
    await page.getByLabel(/办理意见/).fill('同意上报。');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await accessible(page);
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByRole('heading', { level: 1, name: paper.zone.name }).waitFor();
    await page.getByText('已上报市', { exact: true }).first().waitFor();
    await accessible(page);
    await page.getByRole('tab', { name: '版本与差异' }).click();
    await accessible(page);
  });

  it('what was submitted is there to take away: printed, written, as a table, and whole with its proofs', async () => {
    const desk = await at().desk(signer);
    const { page } = desk;
    await desk.go(editing.replace('/edit', ''), paper.zone.name);
    await page.getByRole('button', { name: '下载材料' }).click();
    const papers = page.getByRole('list', { name: '可下载的材料' });
    for (const label of ['申报书（PDF）', '申报书（Word）']) {
      const proposal = await read(page, label, papers);
      expect(proposal).toContain(paper.officialLetter.docNo);
      expect(proposal).toContain(paper.zone.villages.at(-1)?.name);
    }
    expect(await read(page, '项目表（Excel）', papers)).toContain(paper.projects.at(-1)?.name);
    const dossier = await take(page, '卷宗（压缩包，可离线核验）', papers);
    expect(dossier.name).toMatch(/\.zip$/);
    expect(execFileSync(binary, ['verify', dossier.path], { encoding: 'utf8' })).toMatch(/结论\s+完好/);
    await desk.go('/applications', '申报');
    expect(await read(page, '导出 Excel')).toContain('栖霞市');
  });
});

/** What is handed in is all on the page: villages, industries, projects with what they cost, the money, the plan. */
async function everythingOf(page: Page, { zone, projects, plan }: Paper): Promise<void> {
  await page.getByRole('heading', { name: `② 行政村（${zone.villages.length} 个）` }).waitFor();
  const villages = page.getByRole('table', { name: '行政村' });
  for (const village of zone.villages) await villages.getByRole('cell', { name: village.name, exact: true }).waitFor();
  for (const industry of zone.industries) await page.getByText(industry.name, { exact: true }).waitFor();
  await page.getByRole('heading', { name: `④ 项目清单（${projects.length} 个）` }).waitFor();
  for (const { id, name, contentCategory, totalInvestment } of projects) {
    const row = page.getByRole('row', { name: new RegExp(`^.*${id}`) }).filter({ hasText: name ?? '' });
    await row
      .filter({ hasText: word('contentCategory', contentCategory) })
      .filter({ hasText: showWan(totalInvestment) })
      .first()
      .waitFor();
  }
  await page.getByText('逐来源、逐项目都平衡。').waitFor();
  await page.getByRole('cell', { name: plan.title }).waitFor();
}
