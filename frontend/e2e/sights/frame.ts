import type { Page } from 'playwright-core';
import { applicationOf, clerk } from '../clerk';
import type { World } from '../world';
import type { Sight } from './sight';

const roles: [login: string, name: string][] = [
  ['370686-tb', '县级填报员'],
  ['370686-qb', '县政府签报人'],
  ['370686-bm', '县部门'],
  ['370686-cz', '县财政'],
  ['370700-sh', '市乡村振兴局'],
  ['370700-cz', '市财政局'],
  ['371300-qf', '市推荐签发人'],
  ['sheng-zx', '省乡村振兴局'],
  ['sheng-cz', '省财政厅'],
  ['sheng-ps', '评审组织员'],
  ['sheng-zj1', '评审专家'],
  ['sheng-hc1', '核查员'],
  ['sheng-dc', '督查员'],
  ['sheng-sj', '审计员'],
  ['sysadmin', '系统管理员'],
  ['secadmin', '安全保密管理员'],
  ['auditadmin', '安全审计管理员'],
];

/** Signing in, the home of each post, one’s own account. */
export const frameSights: Sight[] = [
  { name: '登录', path: '/sign-in', weight: 'signIn', judged: true },
  { name: '登录-口令不正确', path: '/sign-in', reach: refusedAtSignIn },
  ...roles.map(([login, name]): Sight => ({ name: `首页-${name}`, login, path: '/' })),
  { name: '首页-已办', login: '371300-sh', path: '/?tab=done', weight: 'work', judged: true },
  { name: '首页-办结', login: 'sheng-zx', path: '/?tab=ended' },
  { name: '首页-长名称', login: '370686-tb', path: '/', filling: 'full' },
  { name: '我的账号', login: '370686-tb', path: '/account' },
  { name: '我的账号-设置动态码', login: '370686-tb', path: '/account', reach: drawingFactor },
  { name: '修改口令-两次不一样', login: '370686-tb', path: '/account', reach: mistypedPassword },
  { name: '没有这个页面', login: '370686-tb', path: '/no-such-page' },
  { name: '不属于本岗位', login: '370686-tb', path: '/review-desk' },
  { name: '不属于本县', login: '370784-tb', path: '/applications', reach: toOthers },
];

async function toOthers(page: Page, world: World): Promise<void> {
  const { id } = await applicationOf(await clerk(world, 'sheng-zx'), '370686', '-02');
  await page.goto(`/applications/${id}`);
  await page.getByRole('heading', { name: '没有找到，或不属于您的办理范围' }).waitFor();
}

async function refusedAtSignIn(page: Page): Promise<void> {
  await page.getByLabel('账号').fill('370686-tb');
  await page.getByLabel('口令').fill('不是这个口令');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').waitFor();
}

async function mistypedPassword(page: Page): Promise<void> {
  await page.getByLabel('新口令', { exact: true }).fill('Qixia-2027-Guolin');
  await page.getByLabel('再填一次新口令').fill('Qixia-2027-Guoyuan');
  await page.getByRole('button', { name: '修改口令' }).click();
  await page.getByText('两次填写的新口令不一样').waitFor();
}

/** Ends where the secret is shown: nothing is asked for at sign-in before a code confirms it. */
async function drawingFactor(page: Page, world: World): Promise<void> {
  await page.getByRole('button', { name: '设置动态码' }).click();
  await page.getByRole('textbox', { name: '口令', exact: true }).fill(world.account('370686-tb').password);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('密钥只显示这一次').waitFor();
}
