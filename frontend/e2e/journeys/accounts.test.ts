import { describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { clerk, got } from '../clerk';
import { Form } from '../form';
import { office } from '../office';

describe('the system administrator makes an account', () => {
  const at = office();

  it('sent again after its answer was lost, it is the same account, and its password is said to be gone', async () => {
    const desk = await at().desk('sysadmin');
    const { page } = desk;
    await desk.go('/accounts/new', '建立账号');
    const form = new Form(page, page.getByRole('main'));
    await form.text('账号', 'qixia-xin');
    await form.text('名称', '栖霞市乡村振兴局填报二岗');
    await form.text('单位', '栖霞市乡村振兴局');
    const make = page.getByRole('button', { name: '建立账号' });
    const lost = await desk.losing('/accounts', async () => {
      await make.click();
      await page.getByText(/^网络不通，没有送达/).waitFor();
    });
    expect(lost).toEqual([201]);
    await make.click();
    await page.getByRole('heading', { name: '账号已建立' }).waitFor();
    await page.getByText(/^口令没有送到本页/).waitFor();
    await accessible(page);
    const c = await clerk(at().world, 'sysadmin');
    const { items } = await got(c.GET('/accounts', { params: { query: { q: 'qixia-xin' } } }));
    expect(items.map((a) => a.login)).toEqual(['qixia-xin']);
  });

  it('what was refused is mended and sent anew, and the list leaves as a workbook', async () => {
    const desk = await at().desk('sysadmin');
    const { page } = desk;
    await desk.go('/accounts/new', '建立账号');
    const form = new Form(page, page.getByRole('main'));
    await form.text('账号', 'qixia-xin');
    await form.text('名称', '栖霞市乡村振兴局填报三岗');
    await form.text('单位', '栖霞市乡村振兴局');
    await page.getByRole('button', { name: '建立账号' }).click();
    await page
      .getByRole('alert')
      .getByText(/qixia-xin/)
      .waitFor();
    await form.text('账号', 'qixia-xin3');
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByText(/^口令只显示这一次/).waitFor();

    await desk.go('/accounts?q=qixia-xin', '账号与授权');
    await page.getByRole('link', { name: 'qixia-xin3' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Excel' }).click();
    expect((await download).suggestedFilename()).toBe('账号与授权.xlsx');
    await accessible(page);
  });
});
