import type { Page } from 'playwright-core';
import { applicationOf, type Clerk, got } from '../clerk';
import type { Sight } from './sight';

/** The record and the accounts. */
export const peopleSights: Sight[] = [
  { name: '审计流水', login: 'sheng-sj', path: '/audit', weight: 'work' },
  { name: '审计流水-核验', login: 'auditadmin', path: '/audit?kind=account', reach: verified },
  { name: '审计流水-没有', login: 'auditadmin', path: '/audit?kind=notice&q=没有这样的记录' },
  { name: '审计流水-一条', login: 'sheng-sj', path: (c) => streamOf(c), reach: streamVerified },
  { name: '审计流水-一条记录', login: 'sheng-sj', path: (c) => streamOf(c, '/12') },
  { name: '审计流水-被改动', login: 'sheng-sj', path: '/audit', filling: 'tampered', reach: broken },
  {
    name: '审计流水-被改动的一条',
    login: 'sheng-sj',
    path: (c) => streamOf(c),
    filling: 'tampered',
    reach: streamBroken,
  },
  { name: '首页-市督查员', login: 'sheng-dc', path: '/', filling: 'tampered' },
  { name: '资金-市督查员', login: 'sheng-dc', path: '/funds', filling: 'tampered' },
  { name: '督办-市督查员', login: 'sheng-dc', path: '/supervision', filling: 'tampered' },
  { name: '账号-系统管理员', login: 'sysadmin', path: '/accounts', weight: 'work' },
  { name: '账号-建立', login: 'sysadmin', path: '/accounts/new', reach: unfitLogin },
  { name: '账号-停用', login: 'sysadmin', path: anAccount, reach: askedToDisable },
  { name: '账号-授权', login: 'secadmin', path: anAccount },
  { name: '账号-授权不能兼任', login: 'secadmin', path: anAccount, reach: clashing },
  { name: '账号-审计管理员', login: 'auditadmin', path: '/accounts?region=370686' },
  { name: '账号-没有', login: 'secadmin', path: '/accounts?q=zzzz' },
];

/** The stream of 栖霞市's award, or one of its entries. */
async function streamOf(c: Clerk, below = ''): Promise<string> {
  return `/audit/application/${(await applicationOf(c, '370686', '-02')).id}${below}`;
}

async function verified(page: Page): Promise<void> {
  await page.getByRole('button', { name: '现在核验' }).click();
  await page.getByText('完好').waitFor();
}

async function broken(page: Page): Promise<void> {
  await page.getByRole('button', { name: '现在核验' }).click();
  await page.getByText(/^流水不完整/).waitFor();
}

async function streamBroken(page: Page): Promise<void> {
  await page.getByRole('button', { name: '现在核验这条流水' }).click();
  await page.getByText(/^这条流水不完整/).waitFor();
}

async function streamVerified(page: Page): Promise<void> {
  await page.getByRole('button', { name: '现在核验这条流水' }).click();
  await page.getByText('链头指纹').waitFor();
}

async function anAccount(c: Clerk): Promise<string> {
  const { items } = await got(c.GET('/accounts', { params: { query: { q: '370686-tb' } } }));
  return `/accounts/${items[0]?.id}`;
}

async function unfitLogin(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '账号' }).fill('栖霞填报');
  await page.getByRole('textbox', { name: '名称' }).fill('栖霞市乡村振兴局填报岗');
  await page.getByRole('textbox', { name: '单位' }).fill('栖霞市乡村振兴局');
  await page.getByRole('button', { name: '建立账号' }).click();
  await page.getByRole('alert').first().waitFor();
}

async function askedToDisable(page: Page): Promise<void> {
  await page.getByRole('button', { name: '停用账号' }).click();
  await page.getByRole('dialog').waitFor();
}

async function clashing(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: '岗位' }).click();
  await page.keyboard.type('签报人');
  await page.keyboard.press('Enter');
  await page.getByText('不能由同一账号兼任').waitFor();
}
