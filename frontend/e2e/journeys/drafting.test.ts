import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { bothOf, differences, pick } from '../both';
import { applicationOf, clerk, got } from '../clerk';
import { Form, saved } from '../form';
import { office } from '../office';
import { settle } from '../settle';

const county = '370686';
const filer = `${county}-tb`;
const second = `${county}-tb2`;

describe('a draft keeps what two clerks, an ended session and a killed browser do to it', () => {
  const at = office();
  let id: string;
  let editing: string;

  beforeAll(async () => {
    id = (await applicationOf(await clerk(at().world, filer), county, '-LX')).id;
    editing = `/applications/${id}/edit`;
    await at().world.colleague(filer, second);
  });

  const zoneNow = async () => {
    const { document } = await got(
      (await clerk(at().world, filer)).GET('/applications/{id}', { params: { path: { id } } }),
    );
    return document.zone;
  };

  it('two clerks in one part: the second sees both versions and picks place by place', async () => {
    const [first, other] = [await at().desk(filer), await at().desk(second)];
    await first.go(editing);
    await other.go(editing);
    const [theirs, mine] = [formOf(first.page), formOf(other.page)];
    await theirs.text('推进区名称', '甲填的推进区');
    await theirs.text('面积', 51.25);
    await theirs.names('结合打造的载体', ['甲填的园区']);
    await saved(first.page);
    await mine.text('推进区名称', '乙填的推进区');
    await mine.text('面积', 62.5);
    const both = bothOf(other.page, '推进区');
    await both.waitFor();
    // What is typed while both stand there is not lost either.
    await mine.flag('集中连片', false);
    await both.getByRole('row', { name: /^集中连片/ }).waitFor();
    expect(await differences(both)).toEqual([
      ['推进区名称', '乙填的推进区', '甲填的推进区', 'asked'],
      ['集中连片', '否', '是', 'mine'],
      ['面积', '62.5', '51.25', 'asked'],
      ['结合打造的载体', '（空）', '甲填的园区', 'theirs'],
    ]);
    await accessible(other.page);
    const save = both.getByRole('button', { name: '按所选保存' });
    await both.getByText('还有 2 处没有选').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await pick(both, '推进区名称', '他人的');
    await pick(both, '面积', '您填的');
    await save.click();
    await both.waitFor({ state: 'hidden' });
    await saved(other.page);
    expect(await zoneNow()).toMatchObject({
      name: '甲填的推进区',
      areaKm2: 62.5,
      contiguous: false,
      combinedWith: ['甲填的园区'],
    });
  });

  it('a killed browser loses nothing: what it had not sent is offered again and saved', async () => {
    const desk = await at().desk(filer);
    await desk.go(editing);
    await desk.during(async () => {
      await desk.context.setOffline(true);
      await formOf(desk.page).text('规划名称', '断线时写的规划');
      await desk.page.getByText('暂未连通，内容已存在本机').waitFor();
      await desk.loseTab();
      await desk.context.setOffline(false);
    });
    await desk.go(editing);
    const title = desk.page.getByLabel('规划名称');
    expect(await title.inputValue()).not.toBe('断线时写的规划');
    const offer = desk.page.getByRole('alert').filter({ hasText: '还没有保存到系统的内容' });
    await offer.waitFor();
    await accessible(desk.page);
    await offer.getByRole('button', { name: '接着填' }).click();
    await saved(desk.page);
    await offer.waitFor({ state: 'hidden' });
    await desk.page.reload();
    await expect.poll(() => desk.page.getByLabel('规划名称').inputValue()).toBe('断线时写的规划');
    expect(await desk.page.getByText('还没有保存到系统的内容').count()).toBe(0);
  });

  it('a session that ends while typing asks for the password on the spot, and what was typed is saved afterwards', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    await settle(page);
    const summary = page.getByLabel('群众意见综述');
    const before = await summary.inputValue();
    await desk.endSession();
    await summary.fill(`${before}登录到时之后写的。`);
    const again = page.getByRole('dialog', { name: '登录已到时，请重新登录' });
    await again.waitFor();
    await accessible(page);
    await again.getByLabel('口令').fill(desk.world.account(filer).password);
    await again.getByRole('button', { name: '登录' }).click();
    await again.waitFor({ state: 'hidden' });
    expect(await summary.inputValue()).toBe(`${before}登录到时之后写的。`);
    await saved(page);
    await page.reload();
    await expect.poll(() => page.getByLabel('群众意见综述').inputValue()).toBe(`${before}登录到时之后写的。`);
  });

  it('undo takes back field by field what was typed, and that is saved too', async () => {
    const desk = await at().desk(filer);
    const { page } = desk;
    await desk.go(editing);
    const [title, area] = [page.getByLabel('规划名称'), page.getByLabel(/^面积/)];
    const [was, wide] = [await title.inputValue(), await area.inputValue()];
    // The form's own, above the sheets that have theirs.
    const undo = page.getByRole('button', { name: '撤销', exact: true }).first();
    expect(await undo.isDisabled()).toBe(true);
    await title.fill(`${was}（写错）`);
    await saved(page);
    await area.fill('7.5');
    await area.blur();
    await undo.click();
    await expect.poll(() => area.inputValue()).toBe(wide);
    expect(await title.inputValue()).toBe(`${was}（写错）`);
    await undo.click();
    await expect.poll(() => title.inputValue()).toBe(was);
    expect(await undo.isDisabled()).toBe(true);
    await saved(page);
    await page.reload();
    await expect.poll(() => page.getByLabel('规划名称').inputValue()).toBe(was);
    expect(await page.getByLabel(/^面积/).inputValue()).toBe(wide);
  });
});

const formOf = (page: Page) => new Form(page, page.getByRole('main'));
