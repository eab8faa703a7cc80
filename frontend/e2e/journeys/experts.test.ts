import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { screens } from '../browser';
import { clerk, got } from '../clerk';
import { enter } from '../keyboard';
import { office } from '../office';
import { onPaper, read } from '../official';
import type { World } from '../world';

const zone = '370686'; // 栖霞市: its experts have still to declare themselves

describe('three experts score by keyboard only', () => {
  const at = office();

  it.each([0, 1, 2])('expert %i declares, scores, saves and hands in without a mouse', async (nth) => {
    const { login, title } = await expertOf(at().world, nth);
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

/** The nth expert who is to judge the application in written review. */
async function expertOf(world: World, nth: number): Promise<{ login: string; title: string }> {
  const found: { login: string; title: string }[] = [];
  for (const { login, role } of world.everyone()) {
    if (role !== 'expert') continue;
    const { items } = await got((await clerk(world, login)).GET('/reviews'));
    const task = items.find((r) => r.application.county.code === zone && r.state === 'ASSIGNED');
    if (task) found.push({ login, title: task.application.title });
  }
  const expert = found[nth];
  if (!expert) throw new Error(`only ${found.length} experts have an application of ${zone} to judge`);
  return expert;
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
