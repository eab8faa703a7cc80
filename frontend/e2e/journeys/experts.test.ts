import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { screens } from '../browser';
import { clerk, got } from '../clerk';
import { enter } from '../keyboard';
import { office } from '../office';
import { onPaper, read } from '../official';
import { nthOf, type Task, tasksOf } from '../tasks';

const zone = '370686'; // 栖霞市: its experts have still to declare themselves
const inHand = '370832'; // 梁山县: its experts are filling in

describe('experts score by keyboard only', () => {
  const at = office();
  let waiting: Task[];

  beforeAll(async () => {
    waiting = await tasksOf(at().world, zone, 'ASSIGNED');
  });

  it('with each key the page tells of', async () => {
    const { world } = at();
    // An expert with one in hand and another waiting, which Ctrl+Enter leads to.
    const task = nthOf(
      (await tasksOf(world, inHand, 'OPEN')).filter((t) => waiting.some((w) => w.login === t.login)),
      0,
    );
    const desk = await at().desk(task.login);
    const { page } = desk;
    await desk.go(task.path, task.title);
    const [first, second] = ['S1.1 短板找得准', 'S1.2 联农方式直接'].map((name) =>
      page.getByRole('group', { name: new RegExp(`^${name}`) }),
    ) as [Locator, Locator];
    const figure = first.getByRole('textbox', { name: /分数，满分/ });
    const { keyboard } = page;
    await focused(first);

    for (const [key, points] of [
      ['1', '8'],
      ['3', '4.5'],
      ['ArrowRight', '5'],
      ['ArrowLeft', '4.5'],
      ['ArrowLeft', '4'],
    ] as const) {
      await keyboard.press(key);
      await expect.poll(() => figure.inputValue(), { message: key }).toBe(points);
    }
    await keyboard.press('r');
    await focused(first.getByRole('textbox', { name: /理由（必填）$/ }));
    await keyboard.type('短板1处未找准？');
    await keyboard.press('Escape');
    await focused(first);
    await keyboard.press('ArrowDown');
    await focused(second);
    await keyboard.press('ArrowUp');
    await focused(first);
    await keyboard.press('Enter');
    await focused(figure);
    await keyboard.press('Enter');
    await focused(second);

    const paper = page.getByRole('region', { name: '材料正文' });
    const scrolled = () => paper.evaluate((el) => el.scrollTop);
    const jumped = page.getByRole('region', { name: '产业发展', exact: true });
    await expect(within(paper, jumped)).resolves.toBe(false);
    await keyboard.press('e');
    await expect.poll(() => within(paper, jumped)).toBe(true);
    const before = await scrolled();
    await keyboard.press('PageDown');
    await expect.poll(scrolled).toBeGreaterThan(before);
    await keyboard.press('PageUp');
    await expect.poll(scrolled).toBe(before);

    const help = page.getByRole('region', { name: '按键说明' });
    await keyboard.press('?');
    await help.waitFor();
    await accessible(page);
    expect(await help.locator('dt').allTextContents()).toHaveLength(10);
    await keyboard.press('?');
    await help.waitFor({ state: 'detached' });
    await keyboard.press('2');
    await keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: nthOf(waiting, 0).title }).waitFor();
    const kept = await got(
      (await clerk(world, task.login)).GET('/reviews/{reviewId}', { params: { path: { reviewId: task.id } } }),
    );
    expect(kept.sheet).toMatchObject({ scores: { 'S1.1': 4, 'S1.2': 7 }, reasons: { 'S1.1': '短板1处未找准？' } });
  });

  it.each([0, 1, 2])('expert %i declares, scores, saves and hands in without a mouse', async (nth) => {
    const { login, title } = nthOf(waiting, nth);
    const desk = await at().desk(login, screens[nth % 2]);
    const { page } = desk;
    // The last one sits at an old PC; what the first one's showed is not looked at again there.
    const looked = nth === 2 ? async () => {} : accessible;
    if (nth === 2) await desk.slow(4);
    await desk.go('/reviews', '评审任务');
    await looked(page);
    await enter(page, page.getByRole('row', { name: title }).getByRole('link', { name: '声明并打开' }));
    await enter(page, page.getByRole('button', { name: '声明没有以上情形，打开材料' }));
    const items = page.getByRole('region', { name: '评分表' }).getByRole('group');
    await items.first().waitFor();
    await looked(page);
    await score(page, await items.count());
    await page.keyboard.press('Control+s');
    await page.getByText(/各项已填完/).waitFor();
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await enter(page, page.getByRole('button', { name: '核对交分' }));
    await page.getByRole('heading', { name: '核对评分表' }).waitFor();
    await looked(page);
    await enter(page, page.getByRole('button', { name: '确认交分' }));
    await page.getByText('已交分，评分锁定').waitFor();
    await looked(page);
    if (nth > 0) return;
    expect(await read(page, '离线评分表')).toContain('佐证材料与现场情况不符，据实给分。');
    await page.getByRole('link', { name: '打印评分表' }).click();
    await page.getByRole('heading', { name: '书面评审专家评分表' }).waitFor();
    expect(await onPaper(page)).toMatch(/专家评分表.*交分时间：.*佐证材料与现场情况不符.*专家签名：/);
  });
});

/** Waits until something has the focus. */
async function focused(at: Locator): Promise<void> {
  await expect.poll(() => at.evaluate((el) => el === document.activeElement)).toBe(true);
}

/** Whether the beginning of something shows in the pane it scrolls in. */
async function within(pane: Locator, at: Locator): Promise<boolean> {
  const [frame, box] = await Promise.all([pane.boundingBox(), at.boundingBox()]);
  return frame !== null && box !== null && box.y >= frame.y - 1 && box.y < frame.y + frame.height;
}

/** Goes through the sheet from the first item, which has the focus: grades by figure, one poor with its reason, one typed. */
async function score(page: Page, items: number): Promise<void> {
  const { keyboard } = page;
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('group');
  for (let i = 0; i < items; i++) {
    if (i === 1) {
      await keyboard.press('4');
      await keyboard.press('r');
      await keyboard.type('佐证材料与现场情况不符，据实给分。');
      await keyboard.press('Escape');
    } else if (i === 2) {
      await keyboard.press('Enter');
      await keyboard.type('1.5');
      await keyboard.press('Escape');
      await keyboard.press('1');
    } else {
      await keyboard.press(i % 3 === 0 ? '1' : '2');
    }
    await keyboard.press('ArrowDown');
  }
}
