import { describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { office } from '../office';

describe('signing in', () => {
  const at = office();

  it('a wrong password is refused in words, and the right one opens the desk', async () => {
    const { page, ...desk } = await at().visitor();
    await page.goto('/');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await accessible(page);
    await page.getByLabel('账号').fill('370686-tb');
    await page.getByLabel('口令').fill('不是这个口令');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('账号或口令不正确，请核对后再试').waitFor();
    await accessible(page);
    await page.getByLabel('口令').fill(desk.world.account('370686-tb').password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
    expect(await page.title()).toBe('首页 · 衔接');
  });

  it('a browser the pages do not start in is told which do, and one they start in is not', async () => {
    const desk = await at().visitor();
    const { page } = desk;
    const notice = page.getByText('Chrome 86、Edge 86、Firefox 98');
    await page.route('**/assets/*.js', (asked) => asked.abort());
    await desk.during(async () => {
      await page.goto('/');
      await notice.waitFor();
    });
    await page.unroute('**/assets/*.js');
    await page.goto('/');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(await notice.count()).toBe(0);
  });

  it('empty fields are named before anything is sent', async () => {
    const { page } = await at().visitor();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('请填写账号').waitFor();
    await page.getByText('请填写口令').waitFor();
    await accessible(page);
  });

  it('who tries too often is told how long to wait', async () => {
    const { page } = await at().visitor();
    await page.goto('/sign-in');
    await page.getByLabel('账号').fill('370686-qb');
    const alert = page.getByRole('alert');
    for (let tries = 0; tries < 8 && !(await alert.getByText('尝试次数过多').isVisible()); tries++) {
      await page.getByLabel('口令').fill(`错误的口令${tries}`);
      const answered = page.waitForResponse((r) => r.url().endsWith('/session') && r.request().method() === 'POST');
      await page.getByRole('button', { name: '登录' }).click();
      await (await answered).finished();
    }
    await alert.getByText(/尝试次数过多，请 .+后再试；忘记口令请联系系统管理员重置/).waitFor();
    await accessible(page);
  });

  it('a disabled account is told so', async () => {
    at().world.command('admin', 'account', 'disable', 'sheng-zj9', '--reason', '离岗');
    const desk = await at().visitor();
    await desk.signIn('sheng-zj9');
    await desk.page.getByRole('alert').getByText('账号已停用，请联系系统管理员').waitFor();
  });

  it('a one-time password opens nothing but the page where it is changed', async () => {
    const printed = at().world.command('admin', 'account', 'reset-password', '371326-tb', '--reason', '忘记口令');
    const onetime = /[a-z2-7]{4}(?:-[a-z2-7]{4}){3}/.exec(printed)?.[0] ?? '';
    const desk = await at().visitor();
    const { page } = desk;
    await desk.signIn('371326-tb', onetime);
    await page.getByRole('heading', { level: 1, name: '修改口令' }).waitFor();
    await accessible(page);
    await page.goto('/applications');
    await page.getByRole('heading', { level: 1, name: '修改口令' }).waitFor();
    await page.getByLabel('原口令').fill(onetime);
    await page.getByLabel('新口令', { exact: true }).fill('短');
    await page.getByLabel('再填一次新口令').fill('不一样');
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByText('两次填写的新口令不一样').waitFor();
    await page.getByLabel('再填一次新口令').fill('短');
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('alert').getByText('口令至少 10 个字符').waitFor();
    await accessible(page);
    await page.getByLabel('新口令', { exact: true }).fill('Pingyi-2027-Tianbao');
    await page.getByLabel('再填一次新口令').fill('Pingyi-2027-Tianbao');
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  });

  it('after signing in one arrives where one wanted to go, and only inside', async () => {
    const desk = await at().visitor();
    const { page } = desk;
    await page.goto('/account');
    await page.getByLabel('账号').fill('sheng-zx');
    await page.getByLabel('口令').fill(desk.world.account('sheng-zx').password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
    await page.goto(`/sign-in?next=${encodeURIComponent('//example.com/')}`);
    await page.getByLabel('账号').fill('sheng-zx');
    await page.getByLabel('口令').fill(desk.world.account('sheng-zx').password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
    expect(page.url()).toBe(`${desk.world.url}/`);
  });
});
