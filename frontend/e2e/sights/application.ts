import type { Page } from 'playwright-core';
import { ofZone } from './places';
import type { Sight } from './sight';

/** An application: listed, read, filled in, handed in. */
export const applicationSights: Sight[] = [
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
  { name: '核对并提交', login: '370686-qb', path: (c) => ofZone(c, '370686', '-LX', '/submit') },
];

async function openPapers(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下载材料' }).click();
  await page.getByRole('list', { name: '可下载的材料' }).waitFor();
}
