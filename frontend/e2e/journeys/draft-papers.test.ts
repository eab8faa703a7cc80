import { beforeAll, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { applicationOf, clerk, got } from '../clerk';
import type { Desk } from '../desk';
import { savedAgain, shapeOf } from '../excel';
import { office } from '../office';

const county = '370686';
const filer = `${county}-tb`;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('workbooks and files go into a draft', () => {
  const at = office();
  let id: string;
  let editing: string;

  beforeAll(async () => {
    id = (await applicationOf(await clerk(at().world, filer), county, '-LX')).id;
    editing = `/applications/${id}/edit`;
  });

  const projectsNow = async () => {
    const c = await clerk(at().world, filer);
    return (await got(c.GET('/applications/{id}', { params: { path: { id } } }))).document.projects ?? [];
  };

  it('the template is a table with the headings of the export and no rows', async () => {
    const desk = await at().desk(filer);
    await desk.go(editing);
    const [blank, whole] = [await workbook(desk, '下载空白模板'), await workbook(desk, '导出项目表')];
    const { headings, filled } = shapeOf(blank);
    expect(filled).toBe(0);
    expect(headings).toContain('项目名称');
    expect(shapeOf(whole)).toEqual({ headings, filled: (await projectsNow()).length });
  });

  it('a table saved in a spreadsheet program is looked at before it is taken, and taken as it was shown', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    const file = savedAgain(await workbook(desk, '导出项目表'));
    const before = await projectsNow();
    await change(before);
    await page.reload();
    const grid = page.getByRole('grid', { name: '项目清单' });
    await grid.getByText('改过的名称').waitFor();

    await page.getByLabel('选择项目表').setInputFiles({ name: '项目表.xlsx', mimeType: xlsx, buffer: file });
    const preview = page.getByRole('region', { name: '导入预览' });
    await preview.waitFor();
    await accessible(page);
    const rows = await preview.getByRole('table').last().locator('tbody tr[data-row-key]').all();
    const shown = await Promise.all(rows.map((row) => row.getByRole('cell').allTextContents()));
    expect(shown.map((cells) => cells.slice(0, 2))).toEqual(before.slice(0, 2).map((p) => [p.id, p.name]));
    expect(shown.map((cells) => cells[2])).toEqual([expect.stringContaining('修改'), expect.stringContaining('新增')]);
    expect(shown[0]?.[3]).toContain('改过的名称');
    expect(await projectsNow(), 'nothing is saved by looking').toHaveLength(before.length - 1);

    await preview.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('已从“项目表.xlsx”导入 2 处变化。').waitFor();
    await grid.getByRole('gridcell', { name: before[1]?.name ?? '' }).waitFor();
    expect(await projectsNow()).toEqual(before);
  });

  it('a file on a slow line shows how far it has come', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    const paper = await page.pdf();
    const buffer = Buffer.concat([paper, Buffer.alloc(400_000, '% 扫描件\n')]);
    const line = await desk.context.newCDPSession(page);
    const speed = { offline: false, latency: 0, downloadThroughput: -1 };
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: 40_000 });
    const file = { name: '实施规划扫描件.pdf', mimeType: 'application/pdf', buffer };
    await page.getByLabel('选择文件：实施规划', { exact: true }).setInputFiles(file);
    const progress = page.getByRole('progressbar', { name: '实施规划上传进度' });
    await progress.waitFor();
    await expect.poll(() => progress.evaluate(partly)).toBe(true);
    await accessible(page);
    await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: -1 });
    await page.getByText(/ATT\d\d 实施规划扫描件\.pdf/).waitFor();
    await progress.waitFor({ state: 'hidden' });
  });

  it('a file over the limit is refused by its name before it is sent', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    const sent: string[] = [];
    page.on('request', (r) => r.method() === 'POST' && r.url().endsWith('/attachments') && sent.push(r.url()));
    await page.locator('#attachment-LAND_GUARANTEE').getByText('PDF、JPG、PNG，不超过 20 MB').waitFor();
    const buffer = Buffer.alloc(21 * 1_048_576);
    const file = { name: '过大的扫描件.pdf', mimeType: 'application/pdf', buffer };
    await page.getByLabel('选择文件：土地保障承诺', { exact: true }).setInputFiles(file);
    await page
      .getByRole('alert')
      .getByText('“过大的扫描件.pdf”太大，土地保障承诺只收PDF、JPG、PNG，不超过 20 MB。')
      .waitFor();
    expect(sent).toEqual([]);
    expect(await page.getByText(/ATT\d\d 过大的扫描件\.pdf/).count()).toBe(0);
  });

  /** Renames the first project and takes away the second, behind the back of the exported table. */
  async function change(projects: Awaited<ReturnType<typeof projectsNow>>): Promise<void> {
    const c = await clerk(at().world, filer);
    const { items } = await got(c.GET('/applications/{id}/projects', { params: { path: { id } } }));
    const over = (nth: number) => ({
      path: { id, projectId: projects[nth]?.id ?? '' },
      header: { 'If-Match': `"${items[nth]?.version}"` },
    });
    const [first] = projects;
    if (!first) throw new Error('the draft has no project');
    const url = '/applications/{id}/projects/{projectId}';
    await got(c.PUT(url, { params: over(0), body: { ...first, name: '改过的名称' } }));
    await got(c.DELETE(url, { params: over(1) }));
  }
});

const partly = (e: Element) => e instanceof HTMLProgressElement && e.value > 0 && e.value < 100;

async function workbook(desk: Desk, label: string): Promise<string> {
  const download = desk.page.waitForEvent('download');
  await desk.page.getByRole('button', { name: label }).click();
  return (await download).path();
}
