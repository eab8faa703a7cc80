import type { Locator, Page, Request } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { screens } from '../browser';
import { applicationOf, clerk, got } from '../clerk';
import { saved } from '../form';
import { office } from '../office';

const county = '370686';
const filer = `${county}-tb`;

describe('the rules follow what is typed into a draft', () => {
  const at = office();
  let id: string;
  let editing: string;

  beforeAll(async () => {
    id = (await applicationOf(await clerk(at().world, filer), county, '-LX')).id;
    editing = `/applications/${id}/edit`;
  });

  it('a number that breaks a rule is told with its figure while one goes on in the field; corrected, it passes', async () => {
    const desk = await at().desk(filer, screens[1]);
    const { page } = desk;
    // The page's clock stands still but for what this test lets pass: nothing is saved for having waited long.
    await page.clock.install();
    await desk.go(editing);
    const rules = page.getByRole('region', { name: '规则检查' });
    const rule = rules.locator('[data-rule="F05"]');
    await rules.getByRole('button', { name: /^查看其余/ }).click();
    await rule.getByText('市县合计2000 / 下限2000').waitFor();
    const saves = watchSaves(page);
    await page.clock.pauseAt(Date.now() + 60_000);
    const amount = page.getByLabel(/^县级衔接资金/);
    await amount.focus();

    await page.keyboard.type('7');
    await page.clock.runFor(500);
    await page.keyboard.type('0');
    await page.clock.runFor(500);
    await page.keyboard.type('0');
    await page.clock.runFor(1_600);
    await rule.getByText('市县合计1900 / 下限2000').waitFor();
    await rule.getByText('不通过').waitFor();
    expect(await amount.evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await amount.inputValue()).toBe('700');
    expect(await caretOf(page)).toBe(3);
    expect(saves.sent.map(countyMoney)).toEqual(['700']);

    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.keyboard.type('8');
    expect(await caretOf(page)).toBe(1);
    await page.clock.runFor(1_600);
    await rule.getByText('市县合计2000 / 下限2000').waitFor();
    await rule.getByText('不通过').waitFor({ state: 'hidden' });
    expect(await amount.inputValue()).toBe('800');
    expect(await caretOf(page)).toBe(1);
    expect(saves.sent.map(countyMoney)).toEqual(['700', '800']);
    expect(saves.together).toBe(1);
  });

  it('who types without a rest is saved at intervals, one request at a time', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await page.clock.install();
    await desk.go(editing);
    await page.clock.pauseAt(Date.now() + 60_000);
    const saves = watchSaves(page);
    await page.getByLabel('群众意见综述').focus();
    await page.keyboard.press('Control+End');
    for (let i = 0; i < 24; i++) {
      await page.keyboard.type('续');
      await page.clock.runFor(1_000);
    }
    await expect.poll(() => saves.sent.length).toBe(2);
    expect(saves.together).toBe(1);
  });

  it('a rule leads to its field, which is entered', async () => {
    const desk = await at().desk(filer, screens[1]);
    const { page } = desk;
    await desk.go(editing);
    const rules = page.getByRole('region', { name: '规则检查' });
    await rules.getByRole('button', { name: /^查看其余/ }).click();
    for (const [rule, label] of [
      ['F04 档位相符', /^省级以上衔接资金/],
      ['D01 两年期', /^规划起始日期/],
    ] as const) {
      await rules.getByRole('button', { name: `定位到 ${rule.slice(4)}` }).click();
      const field = page.getByLabel(label);
      await expect.poll(() => field.evaluate((e) => e === document.activeElement)).toBe(true);
      await expect.poll(() => uncovered(field)).toBe(true);
    }
    // A rule about a row of a sheet enters its cell.
    await rules.getByRole('button', { name: '定位到 村数' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^行政村/);
  });

  it('the fund matrix marks the one row and the one column that do not add up, in sight on either screen', async () => {
    await raiseTotal('P03', 5);
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    await page.getByLabel(/^社会资本/).fill('912.5');
    await saved(page);
    for (const screen of screens) {
      await page.setViewportSize(screen);
      const frame = page.getByRole('region', { name: /^资金来源与项目对照表/ });
      await frame.evaluate((e) => e.scrollIntoView({ block: 'center' }));
      expect(await marked(frame)).toEqual([
        ['P03', '差额', '差 5.00'],
        ['差额（规划', '社会资本', '差 12.50'],
        ['差额（规划', '来源合计', '差 12.50'],
      ]);
      await page.getByText('列“社会资本”：规划 912.50 万元，各项目合计 900.00 万元，还有未安排的 12.50 万元').waitFor();
      await page.getByText(/^行“P03 .*来源少 5.00 万元/).waitFor();
      const cells = frame.getByRole('table').locator('thead th:last-child, tfoot tr:last-child th');
      for (const cell of [...(await cells.all()), frame.locator('tbody tr', { hasText: 'P03' }).locator('td').last()])
        expect(await uncovered(cell), (await cell.textContent()) ?? '').toBe(true);
    }
    await accessible(page);
  });

  /** Raises what a project costs above what its sources pay. */
  async function raiseTotal(project: string, by: number): Promise<void> {
    const c = await clerk(at().world, filer);
    const { items } = await got(c.GET('/applications/{id}/projects', { params: { path: { id } } }));
    const { document } = await got(c.GET('/applications/{id}', { params: { path: { id } } }));
    const nth = document.projects?.findIndex((p) => p.id === project) ?? -1;
    const [kept, was] = [items[nth], document.projects?.[nth]];
    if (!kept || !was) throw new Error(`the draft has no project ${project}`);
    const params = { path: { id, projectId: project }, header: { 'If-Match': `"${kept.version}"` } };
    const body = { ...was, totalInvestment: (was.totalInvestment ?? 0) + by };
    await got(c.PUT('/applications/{id}/projects/{projectId}', { params, body }));
  }
});

/** The saves of a section a page sends, and how many were ever on their way at once. */
function watchSaves(page: Page) {
  const saves = { sent: [] as string[], together: 0 };
  const going = new Set<Request>();
  page.on('request', (r) => {
    if (r.method() !== 'PUT') return;
    saves.sent.push(r.postData() ?? '');
    saves.together = Math.max(saves.together, going.add(r).size);
  });
  page.on('requestfinished', (r) => going.delete(r));
  return saves;
}

const countyMoney = (body: string) => /"LINKAGE_COUNTY":(\d+)/.exec(body)?.[1];

function caretOf(page: Page): Promise<number | null> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.selectionStart : null,
  );
}

/** Whether a thing can be seen where it is: nothing lies over its middle and no frame cuts it off. */
function uncovered(thing: Locator): Promise<boolean> {
  return thing.evaluate((e) => {
    const { x, y, width, height } = e.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return top !== null && (top === e || e.contains(top));
  });
}

/** The cells that tell a difference: the first word of the row, the column, what it says. */
function marked(frame: Locator): Promise<string[][]> {
  return frame.getByRole('table').evaluate((table) => {
    const columns = [...table.querySelectorAll('thead th')].map((th) => th.textContent ?? '');
    return [...table.querySelectorAll('tr')].flatMap((row) =>
      [...row.children].flatMap((cell, i) =>
        cell.textContent?.startsWith('差 ')
          ? [[row.children[0]?.textContent?.split(' ')[0] ?? '', columns[i] ?? '', cell.textContent]]
          : [],
      ),
    );
  });
}
