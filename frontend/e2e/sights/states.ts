import type { Page } from 'playwright-core';
import { applicationOf, batchOf, clerk, got } from '../clerk';
import { Form } from '../form';
import type { World } from '../world';
import { ofZone } from './places';
import type { Sight } from './sight';

/** States a page comes into while somebody works in it. */
export const stateSights: Sight[] = [
  { name: '登录已到时', login: '370686-bm', path: '/account', reach: sessionEnded },
  { name: '网络已断', login: '370686-bm', path: '/account', reach: offline },
  { name: '首次改口令', path: '/sign-in', reach: firstPassword },
  { name: '填报-两个版本', login: '370686-tb', path: (c) => ofZone(c, '370686', '-LX', '/edit'), reach: twoVersions },
  { name: '填报-导入预览', login: '370784-tb', path: (c) => ofZone(c, '370784', '-02', '/edit'), reach: importing },
  { name: '办理-核对', login: 'sheng-cz', path: (c) => ofZone(c, '370832', '-LX'), reach: lastLook },
  { name: '政策推演-结果', login: 'sheng-zx', path: '/batches', reach: simulated },
];

async function sessionEnded(page: Page): Promise<void> {
  await page.context().request.delete('/api/v1/session');
  await page.getByLabel('原口令').fill('原来的口令');
  for (const label of ['新口令', '再填一次新口令'])
    await page.getByLabel(label, { exact: true }).fill('Qixia-2027-Bumen');
  await page.getByRole('button', { name: '修改口令' }).click();
  await page.getByRole('dialog', { name: '登录已到时，请重新登录' }).waitFor();
}

async function offline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.getByRole('alert').getByText('网络已断开').waitFor();
}

async function firstPassword(page: Page, world: World): Promise<void> {
  const login = `xinlai-${Date.now()}`; // looked at on more than one screen
  const printed = world.command(
    'admin',
    'account',
    'create',
    login,
    '--name',
    '新来人员',
    '--unit',
    '栖霞市乡村振兴局',
  );
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('口令').fill(/[a-z2-7]{4}(?:-[a-z2-7]{4}){3}/.exec(printed)?.[0] ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('首次登录或口令被重置后').waitFor();
}

async function twoVersions(page: Page, world: World): Promise<void> {
  const c = await clerk(world, '370686-tb');
  const path = { id: (await applicationOf(c, '370686', '-LX')).id, name: 'zone' as const };
  const { data, response } = await c.GET('/applications/{id}/sections/{name}', { params: { path } });
  const header = { 'If-Match': response.headers.get('ETag') ?? '' };
  const body = { ...(data as Record<string, unknown>), name: '他人填的推进区', areaKm2: 51.25 };
  await got(c.PUT('/applications/{id}/sections/{name}', { params: { path, header }, body: body as never }));
  const form = new Form(page, page.getByRole('main'));
  await form.text('推进区名称', '本人填的推进区');
  await form.text('面积', 62.5);
  await page.getByRole('button', { name: '按所选保存' }).waitFor();
}

async function importing(page: Page): Promise<void> {
  const id = /applications\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  const file = await page.context().request.get(`/api/v1/applications/${id}/projects.xlsx`);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('选择项目表').setInputFiles({ name: '项目表.xlsx', mimeType, buffer: await file.body() });
  await page.getByRole('region', { name: '导入预览' }).waitFor();
}

/** Stops before it is done. */
async function lastLook(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: '办理', exact: true });
  await panel.getByRole('button', { name: '形式审查通过', exact: true }).click();
  await panel.getByLabel(/^办理意见/).fill('材料齐全，符合形式要求。');
  await panel.getByRole('button', { name: /^核对并/ }).click();
  await panel.getByRole('region', { name: /^核对：/ }).waitFor();
}

async function simulated(page: Page, world: World): Promise<void> {
  const c = await clerk(world, 'sheng-zx');
  const batchId = (await batchOf(c, '-02')).id;
  const body = { title: '村数放宽到八个', params: { minVillages: 8 } };
  const { id } = await got(c.POST('/batches/{batchId}/simulations', { params: { path: { batchId } }, body }));
  await page.goto(`/batches/${batchId}/simulations/${id}`);
  await page.getByRole('heading', { name: '逐件结果' }).waitFor();
}
