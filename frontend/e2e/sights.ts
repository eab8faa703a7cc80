import type { Page } from 'playwright-core';
import { aChange, unbalanced } from './changes';
import { applicationOf, batchOf, type Clerk, clerk, got } from './clerk';
import { reviewSights } from './sightsReview';
import type { World } from './world';

/** What a world holds: the demonstration as it is, its draft grown to a hundred projects, its draft emptied. */
export type Filling = 'demo' | 'full' | 'bare';

/** A page in one of its states, and how to get there. */
export interface Sight {
  name: string;
  /** Who looks at it; nobody for the public pages. */
  login?: string;
  path: string | ((c: Clerk) => Promise<string>);
  filling?: Filling;
  /** What one does there to see the state. */
  reach?: (page: Page, world: World) => Promise<void>;
  /** Its budget on the wire, where it has one: sign-in, a page of work, a page with charts or a document. */
  weight?: 'signIn' | 'work' | 'heavy';
  /** Whether Lighthouse judges it. */
  judged?: boolean;
}

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

/** Every page and state, in the order of the menu. */
export const sights: Sight[] = [
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
  { name: '申报', login: '370784-tb', path: '/applications', weight: 'work' },
  { name: '申报-省', login: 'sheng-zx', path: '/applications' },
  { name: '单据-已立项', login: '370686-tb', path: (c) => ofZone(c, '370686', '-02'), weight: 'work', judged: true },
  { name: '单据-退回', login: '370784-tb', path: (c) => ofZone(c, '370784', '-LX') },
  { name: '单据-评审中', login: 'sheng-zx', path: (c) => ofZone(c, '370686', '-PS') },
  { name: '填报', login: '370784-tb', path: (c) => ofZone(c, '370784', '-02', '/edit'), weight: 'work' },
  { name: '填报-补正', login: '370784-tb', path: (c) => ofZone(c, '370784', '-LX', '/edit') },
  { name: '填报-百个项目', login: '370686-tb', path: (c) => ofZone(c, '370686', '-LX', '/edit'), filling: 'full' },
  { name: '填报-空白', login: '370686-tb', path: (c) => ofZone(c, '370686', '-LX', '/edit'), filling: 'bare' },
  { name: '单据-百个项目', login: '370686-tb', path: (c) => ofZone(c, '370686', '-LX'), filling: 'full' },
  { name: '单据-空白', login: '370686-tb', path: (c) => ofZone(c, '370686', '-LX'), filling: 'bare' },
  { name: '单据-形式审查', login: 'sheng-zx', path: (c) => ofZone(c, '370832', '-LX', '?tab=formal'), weight: 'work' },
  { name: '单据-豁免', login: 'sheng-zx', path: (c) => ofZone(c, '371122', '-LX', '?tab=checks') },
  { name: '单据-下载材料', login: 'sheng-zx', path: (c) => ofZone(c, '370686', '-02'), reach: openPapers },
  {
    name: '确认情况-部门',
    login: '370686-bm',
    path: (c) => ofZone(c, '370686', '-LX', '/confirmations'),
    weight: 'work',
  },
  { name: '确认情况-市', login: '370600-cz', path: (c) => ofZone(c, '370683', '-LX', '/confirmations') },
  { name: '确认情况-到位', login: '370686-bm', path: (c) => ofZone(c, '370686', '-02', '/confirmations') },
  {
    name: '确认情况-空白',
    login: '370686-tb',
    path: (c) => ofZone(c, '370686', '-LX', '/confirmations'),
    filling: 'bare',
  },
  { name: '项目变更-没有', login: '371300-sh', path: (c) => ofZone(c, '371326', '-02', '/changes') },
  {
    name: '项目变更-提出',
    login: '370686-tb',
    path: (c) => ofZone(c, '370686', '-02', '/changes/new'),
    weight: 'work',
  },
  {
    name: '项目变更-不能提出',
    login: '370686-tb',
    path: (c) => ofZone(c, '370686', '-02', '/changes/new'),
    reach: unbalanced,
  },
  { name: '项目变更-一项', login: '370686-tb', path: aChange, weight: 'work' },
  { name: '项目变更', login: '370600-sh', path: (c) => ofZone(c, '370686', '-02', '/changes') },
  { name: '核对并提交', login: '370686-qb', path: (c) => ofZone(c, '370686', '-LX', '/submit') },
  { name: '遴选推荐', login: '370700-sh', path: '/shortlist', weight: 'work' },
  { name: '并列比较', login: 'sheng-zx', path: comparison },
  { name: '评审任务', login: 'sheng-zj1', path: '/reviews', weight: 'work' },
  { name: '评分', login: 'sheng-zj1', path: scoring, weight: 'heavy', judged: true },
  { name: '现场核查', login: 'sheng-hc1', path: '/site-checks' },
  { name: '现场核查-填写', login: 'sheng-hc1', path: inspection },
  ...reviewSights,
  { name: '公示立项', login: 'sheng-zx', path: (c) => ofNotices(c, '-02'), weight: 'work' },
  { name: '公示立项-还没有公示', login: 'sheng-zx', path: (c) => ofNotices(c, '-PS') },
  { name: '公示立项-没有待公示的', login: 'sheng-zx', path: (c) => ofNotices(c, '-PS'), reach: refusedNotice },
  { name: '公示立项-审计员', login: 'sheng-sj', path: (c) => ofNotices(c, '-02') },
  { name: '公示', login: 'sheng-zx', path: (c) => aNotice(c) },
  { name: '公示-不能再改', login: 'sheng-zx', path: (c) => aNotice(c, '/edit') },
  { name: '办理立项', login: 'sheng-cz', path: (c) => ofNotices(c, '-02', '/awards') },
  { name: '资金', login: 'sheng-cz', path: '/funds', weight: 'heavy', judged: true },
  { name: '资金-县财政', login: '370686-cz', path: '/funds' },
  { name: '资金-矩阵', login: '370686-cz', path: (c) => account(c), weight: 'work' },
  { name: '资金-登记', login: '370686-cz', path: (c) => account(c, '/new') },
  { name: '资金-台账', login: 'sheng-cz', path: '/funds/entries' },
  { name: '资金-一笔', login: 'sheng-cz', path: anEntry },
  { name: '资金-结账', login: 'sheng-cz', path: '/funds/periods' },
  { name: '督办', login: 'sheng-cz', path: '/supervision' },
  { name: '批次', login: 'sheng-zx', path: '/batches', weight: 'work' },
  { name: '批次-申报中', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX') },
  { name: '批次-已结束', login: 'sheng-zx', path: (c) => ofBatch(c, '-02') },
  { name: '批次-政策包', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX', '/pack'), weight: 'work' },
  { name: '批次-区域名单', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX', '/regions') },
  { name: '批次-政策推演', login: 'sheng-zx', path: (c) => ofBatch(c, '-LX', '/simulations') },
  { name: '公开公示', path: '/public', weight: 'work' },
  { name: '公开公示-期满', path: async (c) => `/public${await aNotice(c)}`, weight: 'work' },
  { name: '异议回执', path: aReceipt },
  { name: '异议回执-没有这个号', path: '/public/receipts/YY20230201-00000000' },
  { name: '遴选推荐-省', login: 'sheng-zx', path: '/shortlist' },
  { name: '审计流水', login: 'sheng-sj', path: '/audit', weight: 'work' },
  { name: '审计流水-核验', login: 'auditadmin', path: '/audit?kind=account', reach: verified },
  { name: '审计流水-没有', login: 'auditadmin', path: '/audit?kind=notice&q=没有这样的记录' },
  { name: '审计流水-一条', login: 'sheng-sj', path: (c) => streamOf(c), reach: streamVerified },
  { name: '审计流水-一条记录', login: 'sheng-sj', path: (c) => streamOf(c, '/12') },
  { name: '账号-系统管理员', login: 'sysadmin', path: '/accounts', weight: 'work' },
  { name: '账号-建立', login: 'sysadmin', path: '/accounts/new', reach: unfitLogin },
  { name: '账号-停用', login: 'sysadmin', path: anAccount, reach: askedToDisable },
  { name: '账号-授权', login: 'secadmin', path: anAccount },
  { name: '账号-授权不能兼任', login: 'secadmin', path: anAccount, reach: clashing },
  { name: '账号-审计管理员', login: 'auditadmin', path: '/accounts?region=370686' },
  { name: '账号-没有', login: 'secadmin', path: '/accounts?q=zzzz' },
];

/** The address of a page; where it holds an id, its own visitor looks it up. */
export async function pathOf(sight: Sight, world: World): Promise<string> {
  return typeof sight.path === 'string' ? sight.path : sight.path(await clerk(world, sight.login ?? 'sheng-zx'));
}

async function ofBatch(c: Clerk, ending: string, below = ''): Promise<string> {
  return `/batches/${(await batchOf(c, ending)).id}${below}`;
}

async function ofZone(c: Clerk, county: string, ending: string, below = ''): Promise<string> {
  return `/applications/${(await applicationOf(c, county, ending)).id}${below}`;
}

/** The money of 栖霞市's award. */
async function account(c: Clerk, below = ''): Promise<string> {
  return `/funds/${(await applicationOf(c, '370686', '-02')).id}${below}`;
}

async function anEntry(c: Clerk): Promise<string> {
  const { items } = await got(c.GET('/funds/entries'));
  return `/funds/entries/${items[0]?.id}`;
}

async function scoring(c: Clerk): Promise<string> {
  const { items } = await got(c.GET('/reviews'));
  return `/reviews/${(items.find((r) => r.state === 'OPEN') ?? items[0])?.id}`;
}

async function inspection(c: Clerk): Promise<string> {
  const batch = (await batchOf(c, '-PS')).id;
  const { items } = await got(c.GET('/applications', { params: { query: { batch, state: ['SITE_CHECK'] } } }));
  return `/site-checks/${items[0]?.id}`;
}

/** Four applications of the batch in review side by side. */
async function comparison(c: Clerk): Promise<string> {
  const batch = (await batchOf(c, '-PS')).id;
  const { items } = await got(c.GET('/applications', { params: { query: { batch, pageSize: 4 } } }));
  return `/shortlist/compare?${new URLSearchParams(items.map((a) => ['id', a.id]))}`;
}

async function ofNotices(c: Clerk, ending: string, below = ''): Promise<string> {
  return `/notices${below}?batch=${(await batchOf(c, ending)).id}`;
}

async function theNotice(c: Clerk): Promise<string> {
  const batchId = (await batchOf(c, '-02')).id;
  const { items } = await got(c.GET('/batches/{batchId}/notices', { params: { path: { batchId } } }));
  return items[0]?.id ?? '';
}

async function aNotice(c: Clerk, below = ''): Promise<string> {
  return `/notices/${await theNotice(c)}${below}`;
}

/** What whoever objected was given to keep. */
async function aReceipt(c: Clerk): Promise<string> {
  const noticeId = await theNotice(c);
  const { items } = await got(c.GET('/notices/{noticeId}/objections', { params: { path: { noticeId } } }));
  return `/public/receipts/${items[0]?.receiptNo}`;
}

async function refusedNotice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '拟定公示' }).click();
  await page.getByRole('alert').waitFor();
}

async function openPapers(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下载材料' }).click();
  await page.getByRole('list', { name: '可下载的材料' }).waitFor();
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

/** The stream of 栖霞市's award, or one of its entries. */
async function streamOf(c: Clerk, below = ''): Promise<string> {
  return `/audit/application/${(await applicationOf(c, '370686', '-02')).id}${below}`;
}

async function verified(page: Page): Promise<void> {
  await page.getByRole('button', { name: '现在核验' }).click();
  await page.getByText('完好').waitFor();
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
