import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { office } from '../office';
import { take } from '../official';
import { binary } from '../program';

describe('the auditor verifies what everybody did', () => {
  const at = office();

  it('all streams are verified now, and the export holds outside the system too', async () => {
    const desk = await at().desk('sheng-sj');
    const { page } = desk;
    await desk.go('/', '首页');
    await page.getByRole('link', { name: '审计流水' }).click();
    await page.getByRole('heading', { level: 1, name: '审计流水' }).waitFor();
    await page.getByRole('button', { name: '现在核验' }).click();
    await page.getByText(/完好$/).waitFor();
    await accessible(page);
    const { path } = await take(page, '导出全部（供离线核验）');
    expect(execFileSync(binary, ['verify', path], { encoding: 'utf8' })).toMatch(/结论\s+完好/);
  });

  it('a stream is found by who acted, verified alone, and read entry by entry', async () => {
    const desk = await at().desk('sheng-sj');
    const { page } = desk;
    await desk.go('/audit', '审计流水');
    await page.getByLabel('办理人', { exact: true }).fill('370600-qf');
    await page.keyboard.press('Enter');
    const list = page.getByRole('main');
    await list
      .getByRole('link', { name: /果韵云溪/ })
      .first()
      .waitFor();
    await accessible(page);
    await list
      .getByRole('link', { name: /果韵云溪/ })
      .first()
      .click();
    await page.getByRole('button', { name: '现在核验这条流水' }).click();
    await page.getByText(/^第 \d+ 条（链头第 \d+ 条）$/).waitFor();
    await accessible(page);
    const { path } = await take(page, '导出这条流水（供离线核验）');
    expect(execFileSync(binary, ['verify', path], { encoding: 'utf8' })).toMatch(/结论\s+完好/);
    await page.getByRole('link', { name: '第 1 条详情' }).click();
    await page.getByRole('heading', { level: 1, name: /^第 1 条/ }).waitFor();
    await accessible(page);
    await page.getByRole('link', { name: '后一条' }).click();
    await page.getByRole('heading', { level: 1, name: /^第 2 条/ }).waitFor();
  });
});
