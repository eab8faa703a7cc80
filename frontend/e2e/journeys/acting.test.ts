import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { act, unlooked } from '../act';
import { accessible } from '../axe';
import { applicationOf, clerk } from '../clerk';
import type { Desk } from '../desk';
import { saved } from '../form';
import { office } from '../office';

describe('two desks act on one application', () => {
  const at = office();

  it('who signs over a version the clerk changed meanwhile is told so; the opinion stays and goes with the next try', async () => {
    const [clerkAt, signer] = [await at().desk('370784-tb'), await at().desk('370784-qb')];
    const late = await at().desk('370784-qb');
    const row = await applicationOf(await clerk(at().world, '370784-tb'), '370784', '-LX');
    const panel = await writes(signer, row, '补正后再提交', '已逐项补正，请予审核。');
    const latePanel = await writes(late, row, '补正后再提交', '同意再次上报。');
    await clerkAt.go(`/applications/${row.id}/edit`);
    await clerkAt.page.getByLabel('文号', { exact: true }).fill('安政呈〔2022〕41号');
    await saved(clerkAt.page);
    await clerkAt.go(`/applications/${row.id}/submit`, '核对并提交');
    const changed = clerkAt.page.getByRole('row', { name: /县政府上报文件的文号/ });
    await changed.getByText('安政呈〔2022〕41号').waitFor();
    await accessible(clerkAt.page);
    await confirms(panel, '补正后再提交');
    await panel.getByText('您打开之后，本件已被他人改动，没有办成。').waitFor();
    await accessible(signer.page);
    await panel.getByRole('button', { name: '重新读取' }).click();
    expect(await panel.getByLabel(/^办理意见/).inputValue()).toBe('已逐项补正，请予审核。');
    await confirms(panel, '补正后再提交');
    await panel.getByText('已办理“补正后再提交”。').waitFor();
    await signer.page.getByText('已逐项补正，请予审核。').waitFor();

    await act(signer.page, '撤回', (form) => form.text('办理意见', '县里另行研究。'), unlooked);
    await signer.page.getByText('已办理“撤回”。').waitFor();
    await confirms(latePanel, '补正后再提交');
    await latePanel.getByRole('button', { name: '重新读取' }).click();
    await latePanel.getByText('本件现在没有您可以办理的事项').waitFor();
    await latePanel.getByText('同意再次上报。').waitFor();
    await accessible(late.page);
  });

  it('who comes when a colleague has settled it is told so, and keeps the opinion for what can still be done', async () => {
    const bureau = '370600-sh'; // 莱州市 has submitted, 烟台市 has still to accept it
    const colleague = await at().world.colleague(bureau, `${bureau}2`);
    const row = await applicationOf(await clerk(at().world, bureau), '370683', '-LX');
    const [first, late] = [await at().desk(bureau), await at().desk(colleague.login)];
    const panel = await writes(late, row, '受理', '材料齐备，予以受理。');
    await first.go(`/applications/${row.id}`, row.title);
    await act(first.page, '受理', undefined, unlooked);
    await first.page.getByText('已办理“受理”。').waitFor();
    await confirms(panel, '受理');
    await panel.getByText('申报现为“市级审核中”，不能办理“受理”').waitFor();
    await accessible(late.page);
    await panel.getByRole('button', { name: '重新读取' }).click();
    await panel.getByRole('button', { name: '退回补正', exact: true }).click();
    expect(await panel.getByLabel(/^办理意见/).inputValue()).toBe('材料齐备，予以受理。');
  });
});

/** Opens a matter, chooses what to do and writes an opinion; all but the confirming is done. */
async function writes(desk: Desk, row: { id: string; title: string }, label: string, opinion: string) {
  await desk.go(`/applications/${row.id}`, row.title);
  const panel = desk.page.getByRole('region', { name: '办理', exact: true });
  await panel.getByRole('group', { name: '办理事项' }).getByRole('button', { name: label, exact: true }).click();
  await panel.getByLabel(/^办理意见/).fill(opinion);
  return panel;
}

async function confirms(panel: Locator, label: string): Promise<void> {
  await panel.getByRole('button', { name: `核对并${label}`, exact: true }).click();
  await panel.getByRole('button', { name: `确认${label}`, exact: true }).click();
}
