import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Authenticator } from '../authenticator';
import { accessible } from '../axe';
import { office } from '../office';

const login = 'sheng-dc';
const refused = '动态码不正确或已经用过，请填写验证器上新的 6 位数字';

describe('an account is kept with a code from the phone', () => {
  const at = office();
  let phone: Authenticator;

  it('it is turned on with the password and a first code; a wrong code costs neither the secret nor the page', async () => {
    const desk = await at().desk(login);
    const { page } = desk;
    await desk.go('/account', '我的账号');
    await page.getByText('没有启用', { exact: true }).waitFor();
    await page.getByRole('button', { name: '设置动态码' }).click();
    await page.getByLabel('口令', { exact: true }).fill('不是这个口令');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('口令不正确，请重新输入').first().waitFor();
    await page.getByLabel('口令', { exact: true }).fill(desk.world.account(login).password);
    await page.getByRole('button', { name: '下一步' }).click();
    const secret = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
    phone = new Authenticator(secret ?? '');
    await codeIn(page).fill(phone.wrong());
    await page.getByRole('button', { name: '启用动态码' }).click();
    await page.getByText(refused).first().waitFor();
    await accessible(page);
    expect(await page.getByText(/^([A-Z2-7]{4} ){7}/).textContent()).toBe(secret);
    await codeIn(page).fill(await phone.next());
    await page.getByRole('button', { name: '启用动态码' }).click();
    await page.getByText('✓ 已启用').waitFor();
    expect(await page.getByText('密钥只显示这一次').count()).toBe(0);
    await accessible(page);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  it('signing in asks for a code; a wrong one costs nothing typed, and one seen over the shoulder opens nothing', async () => {
    const desk = await at().visitor();
    const { page } = desk;
    const { password } = desk.world.account(login);
    await desk.signIn(login);
    await codeIn(page).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await accessible(page);
    await codeIn(page).fill(phone.wrong());
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText(refused).waitFor();
    await accessible(page);
    await keeps(page, '账号', login);
    await keeps(page, '口令', password);
    const code = await phone.next();
    await codeIn(page).fill(code);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();

    const other = await at().visitor();
    await other.signIn(login);
    await codeIn(other.page).fill(code);
    await other.page.getByRole('button', { name: '登录' }).click();
    await other.page.getByRole('alert').getByText(refused).waitFor();
    expect((await other.context.request.get('/api/v1/session')).status()).toBe(401);

    await desk.go('/account', '我的账号');
    await page.getByRole('button', { name: '停用动态码' }).click();
    await page.getByLabel('口令', { exact: true }).fill(password);
    await codeIn(page).fill(code);
    await page.getByRole('button', { name: '停用动态码' }).click();
    await page.getByText(refused).first().waitFor();
    await accessible(page);
    await keeps(page, '口令', password);
    await codeIn(page).fill(await phone.next());
    await page.getByRole('button', { name: '停用动态码' }).click();
    await page.getByText('没有启用', { exact: true }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await desk.signIn(login);
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  });
});

const codeIn = (page: Page) => page.getByRole('textbox', { name: '动态码', exact: true });

async function keeps(page: Page, label: string, value: string): Promise<void> {
  expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value);
}
