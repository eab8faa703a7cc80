import { describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { screens } from '../browser';
import { applicationOf, clerk } from '../clerk';
import { office } from '../office';
import { spills } from '../settle';

describe('the frame around the pages', () => {
  const at = office();

  it('done and ended matters are a tab away, and the address keeps the tab', async () => {
    const desk = await at().desk('sheng-zx', screens[1]);
    await desk.go('/');
    await desk.page.getByRole('tab', { name: /已办/ }).click();
    await desk.page.getByRole('table').getByText('形式审查通过').first().waitFor();
    const done = desk.page
      .getByRole('row', { name: /形式审查通过/ })
      .filter({ hasText: '371326-01' })
      .first();
    await done.getByText('临沂市 平邑县').waitFor();
    await done.getByRole('link', { name: '“金银花海”衔接乡村振兴集中推进区' }).waitFor();
    expect(await spills(desk.page)).toEqual([]);
    await desk.page.getByRole('tab', { name: /办结/ }).click();
    // Whatever came of it.
    await desk.page.getByRole('table').getByText('已立项').first().waitFor();
    await desk.page.getByRole('table').getByText('未立项').first().waitFor();
    await accessible(desk.page);
    await desk.page.reload();
    expect(await desk.page.getByRole('tab', { name: /办结/ }).getAttribute('aria-selected')).toBe('true');
  });

  it('a session that ends asks for the password on the spot and keeps what was typed', async () => {
    const desk = await at().desk('sheng-hc1');
    const { page } = desk;
    await desk.go('/account', '我的账号');
    await page.getByLabel('原口令').fill(desk.world.account('sheng-hc1').password);
    await page.getByLabel('新口令', { exact: true }).fill('Hecha-2027-Shilou');
    await page.getByLabel('再填一次新口令').fill('Hecha-2027-Shilou');
    await desk.endSession();
    await page.getByRole('button', { name: '修改口令' }).click();
    const again = page.getByRole('dialog', { name: '登录已到时，请重新登录' });
    await again.waitFor();
    await accessible(page);
    // Asked for the password alone, one types at once. Nothing else ends it, though a browser closes a dialog at the second Esc.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.type(desk.world.account('sheng-hc1').password);
    await again.getByRole('button', { name: '登录' }).click();
    await again.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('新口令', { exact: true }).inputValue()).toBe('Hecha-2027-Shilou');
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByText('口令已修改，其他地方的登录已失效。').waitFor();
  });

  it('says that the network is gone while it is, and nothing typed is lost', async () => {
    const desk = await at().desk('sheng-sj');
    const { page } = desk;
    await desk.go('/account', '我的账号');
    await page.getByLabel('原口令').fill(desk.world.account('sheng-sj').password);
    await desk.during(async () => {
      await desk.context.setOffline(true);
      await page.getByRole('alert').getByText('网络已断开').waitFor();
      await page.getByLabel('新口令', { exact: true }).fill('Shenji-2027-Duigong');
      await page.getByLabel('再填一次新口令').fill('Shenji-2027-Duigong');
      await page.getByRole('button', { name: '修改口令' }).click();
      await page.getByRole('alert').getByText('网络不通，没有送达').waitFor();
      await accessible(page);
      await desk.context.setOffline(false);
    });
    await page.getByText('网络已断开').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByText('口令已修改，其他地方的登录已失效。').waitFor();
  });

  it('a page that does not exist, an application of others and a desk of another post are told in plain words', async () => {
    const desk = await at().desk('370686-tb');
    const { page } = desk;
    await desk.go('/no-such-page', '没有这个页面');
    await accessible(page);
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();

    const theirs = await applicationOf(await clerk(desk.world, 'sheng-zx'), '371326', '-02');
    for (const below of ['', '/edit', '/submit', '/confirmations', '/changes', '/changes/new']) {
      await desk.go(`/applications/${theirs.id}${below}`, '没有找到，或不属于您的办理范围');
      expect(await page.title()).toBe('没有找到，或不属于您的办理范围 · 衔接');
    }
    await accessible(page);
    await page.getByRole('link', { name: '回到申报' }).click();
    await page.getByRole('heading', { level: 1, name: '申报' }).waitFor();

    for (const path of ['/review-desk', '/review-desk?tab=tasks', '/site-checks']) {
      await desk.go(path, '您的岗位不能查看这一页');
      await accessible(page);
      expect(await page.getByRole('main').getByRole('table').count()).toBe(0);
      expect(await page.getByRole('button', { name: '再试一次' }).count()).toBe(0);
    }
    await page.getByRole('main').getByRole('link', { name: '回到首页' }).click();
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  });

  it('signing out leaves nothing behind', async () => {
    const desk = await at().desk('sheng-zx');
    await desk.go('/');
    await desk.page.getByRole('button', { name: '退出' }).click();
    await desk.page.getByRole('heading', { name: '登录' }).waitFor();
    await desk.page.goBack();
    await desk.page.getByRole('heading', { name: '登录' }).waitFor();
    const reply = await desk.context.request.get('/api/v1/session');
    expect(reply.status()).toBe(401);
  });
});
