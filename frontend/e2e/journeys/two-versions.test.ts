import { describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { bothOf, differences, pick } from '../both';
import { batchOf, type Clerk, clerk, got } from '../clerk';
import type { Desk } from '../desk';
import { office } from '../office';

describe('two who save one form see both versions, and nothing of either is lost', () => {
  const at = office();

  it('a site check', async () => {
    const c = await clerk(at().world, 'sheng-hc1');
    const id = await inspected(c);
    const [first, other] = [await at().desk('sheng-hc1'), await at().desk('sheng-hc1')];
    for (const desk of [first, other]) await desk.go(`/site-checks/${id}`);
    await first.page.getByRole('radio', { name: '通过，不扣分' }).check();
    await first.page.getByRole('textbox', { name: '总体说明' }).fill('甲：现场与申报一致。');
    await kept(first);
    await other.page.getByRole('textbox', { name: '总体说明' }).fill('乙：冷库尚未封顶。');

    const both = bothOf(other.page, '核查单');
    expect(await differences(both)).toEqual([
      ['核查结论', expect.anything(), '通过，不扣分', 'theirs'],
      ['总体说明', '乙：冷库尚未封顶。', '甲：现场与申报一致。', 'asked'],
    ]);
    await accessible(other.page);
    await pick(both, '总体说明', '您填的');
    await both.getByRole('button', { name: '按所选保存' }).click();
    await both.waitFor({ state: 'hidden' });
    await kept(other);
    const now = await got(c.GET('/applications/{id}/site-check', { params: { path: { id } } }));
    expect(now).toMatchObject({ verdict: 'PASS', comment: '乙：冷库尚未封顶。' });
  });

  it('a score sheet, its vetoes and its comment too', async () => {
    const { login, id, c } = await judging();
    const [first, other] = [await at().desk(login), await at().desk(login)];
    for (const desk of [first, other]) await desk.go(`/reviews/${id}`);
    const veto = first.page.getByRole('region', { name: '一票否决' }).getByRole('checkbox').first();
    const name = (await veto.locator('xpath=ancestor::label').textContent()) ?? '';
    await veto.check();
    await first.page.getByLabel(`${name}：依据（必填）`).fill('第 12 页与规划不符');
    await first.page.getByLabel(/^总体意见/).fill('甲窗口的意见');
    await kept(first);
    await other.page.getByLabel(/^总体意见/).fill('乙窗口的意见');

    const both = bothOf(other.page, '评分表');
    expect(await differences(both)).toEqual([
      [`一票否决 › ${name}`, '没有勾选', '勾选，第 12 页与规划不符', 'theirs'],
      ['总体意见', '乙窗口的意见', '甲窗口的意见', 'asked'],
    ]);
    await accessible(other.page);
    await pick(both, '总体意见', '您填的');
    await both.getByRole('button', { name: '按所选保存' }).click();
    await both.waitFor({ state: 'hidden' });
    await kept(other);
    const { sheet } = await got(c.GET('/reviews/{reviewId}', { params: { path: { reviewId: id } } }));
    expect(sheet?.comment).toBe('乙窗口的意见');
    expect(Object.values(sheet?.vetoes ?? {})).toEqual(['第 12 页与规划不符']);
  });

  /** An expert who has a sheet open. */
  async function judging(): Promise<{ login: string; id: string; c: Clerk }> {
    for (const { login, role } of at().world.everyone()) {
      if (role !== 'expert') continue;
      const c = await clerk(at().world, login);
      const open = (await got(c.GET('/reviews'))).items.find((r) => r.state === 'OPEN');
      if (open) return { login, id: open.id, c };
    }
    throw new Error('no expert has a sheet open');
  }
});

/** The application in site check. */
async function inspected(c: Clerk): Promise<string> {
  const batch = (await batchOf(c, '-PS')).id;
  const { items } = await got(c.GET('/applications', { params: { query: { batch, state: ['SITE_CHECK'] } } }));
  if (!items[0]) throw new Error('nothing is in site check');
  return items[0].id;
}

const kept = (desk: Desk) =>
  desk.page
    .getByRole('status')
    .getByText(/已保存 \d/)
    .waitFor();
