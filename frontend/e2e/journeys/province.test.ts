import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { act, unlooked } from '../act';
import { accessible } from '../axe';
import { bothOf, differences } from '../both';
import { screens } from '../browser';
import { applicationOf, clerk } from '../clerk';
import { Form } from '../form';
import { office } from '../office';
import { onPaper, read, take } from '../official';
import { binary } from '../program';

const county = '371326'; // 平邑县 comes first

describe('the province draws the experts', () => {
  const at = office('2022-12-16T18:00:00+08:00');

  it('from a published seed, looks at the draw, and assigns by it', async () => {
    const desk = await at().desk('sheng-ps');
    const { page } = desk;
    await desk.go('/review-desk?tab=draws', '评审组织');
    await page.getByText('还没有抽取过专家').waitFor();
    await accessible(page);
    await new Form(page, page.getByRole('main')).text('公布的种子', '2022121900');
    await page.getByRole('button', { name: '抽取并预览' }).click();
    await page.getByRole('heading', { name: '抽中名单' }).waitFor();
    expect(await page.getByText(/人，够数$/).count()).toBe(4);
    await accessible(page);
    await page.getByRole('button', { name: '发布并分派' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('已发布', { exact: false }).first().waitFor();
    await page.getByRole('tab', { name: '回避与分派' }).click();
    await page.getByRole('table').first().waitFor();
    await accessible(page);
  });
});

describe('the province locks the ranking, gives notice, and hears an objection', () => {
  const at = office('2023-01-12T18:00:00+08:00');
  let notice: string;
  let receipt: string;

  it('the secretary locks the ranking and has it recomputed', async () => {
    const desk = await at().desk('sheng-ps');
    const { page } = desk;
    await desk.go('/ranking', '排名');
    await page.getByLabel(/^抽签的种子/).fill('2023011309');
    await accessible(page);
    await page.getByRole('button', { name: '锁定排名' }).click();
    await accessible(page);
    await page.getByRole('alert').getByRole('button', { name: '锁定排名' }).click();
    await page.getByRole('heading', { name: '第 1 次锁定' }).waitFor();
    await page.getByRole('button', { name: '由原始分复算' }).click();
    await page.getByText(/^复算 4 件，.*都一致。$/).waitFor();
    await accessible(page);
    for (const label of ['评审意见汇总表（PDF）', '评审意见汇总表（Word）'])
      expect(await read(page, label)).toContain('按第1次锁定的排名汇总');
    expect(await read(page, '排名表（Excel）')).toContain('平邑县');
    // Whoever doubts the places works them out again without the system.
    execFileSync(binary, ['score', (await take(page, '复算文件')).path], { stdio: 'pipe' });
  });

  it('both departments propose the first', async () => {
    const row = await applicationOf(await clerk(at().world, 'sheng-zx'), county, '-02');
    for (const [login, opinion] of [
      ['sheng-zx', '合成分达到合格线，拟立项。'],
      ['sheng-cz', '同意拟立项。'],
    ] as const) {
      const desk = await at().desk(login, screens[1]);
      await desk.go(`/applications/${row.id}`, row.title);
      await act(desk.page, '拟立项', (form) => form.text('办理意见', opinion), unlooked);
      await desk.page
        .getByText(login === 'sheng-cz' ? '拟立项公示' : /^已签署“拟立项”/)
        .first()
        .waitFor();
    }
  });

  it('the province drafts the notice and publishes it', async () => {
    const desk = await at().desk('sheng-zx');
    const { page } = desk;
    await desk.go('/notices', '公示立项');
    await accessible(page);
    await page.getByRole('button', { name: '拟定公示' }).click();
    await page.getByRole('heading', { level: 1, name: '修改公示稿' }).waitFor();
    await savedByAnother(new URL(page.url()).pathname);
    await page.getByLabel('监督电话').fill('0531-51775100');
    await accessible(page);
    await page.getByRole('button', { name: '保存公示稿' }).click();
    const both = bothOf(page, '公示稿');
    expect(await differences(both)).toEqual([
      ['发布渠道', expect.not.stringContaining('政务公开栏'), '省乡村振兴局政务公开栏', 'theirs'],
      ['监督电话', '0531-51775100', expect.anything(), 'mine'],
    ]);
    await accessible(page);
    await both.getByRole('button', { name: '按所选保存' }).click();
    await both.waitFor({ state: 'hidden' });
    await page.getByText(/^已保存 /).waitFor();
    expect(await page.getByLabel('发布渠道').inputValue()).toBe('省乡村振兴局政务公开栏');
    await page.getByRole('button', { name: '看公示稿，准备发布' }).click();
    await page.getByRole('heading', { level: 1, name: /^公示第\d+号$/ }).waitFor();
    expect(await read(page, '公示文件（Word）')).toContain('草拟件');
    notice = new URL(page.url()).pathname;
    await accessible(page);
    await page.getByRole('button', { name: '发布公示', exact: true }).click();
    await accessible(page);
    await page.getByRole('button', { name: '确认发布公示' }).click();
    await page.getByText('公示中', { exact: true }).first().waitFor();
    await accessible(page);
    const printed = await read(page, '公示文件（PDF）');
    expect(printed).toContain('公示第1号');
    expect(printed).toContain('0531-51775100');
    expect(printed).not.toContain('草拟件');
  });

  /** Somebody else has the same draft open and saves first. */
  async function savedByAnother(path: string): Promise<void> {
    const other = await at().desk('sheng-zx');
    await other.go(path, '修改公示稿');
    await other.page.getByLabel('发布渠道').fill('省乡村振兴局政务公开栏');
    await other.page.getByRole('button', { name: '保存公示稿' }).click();
    await other.page.getByText(/^已保存 /).waitFor();
  }

  it('somebody without an account objects and gets a receipt', async () => {
    const { page } = await at().visitor();
    await page.goto('/public');
    await page
      .getByRole('table', { name: '公示' })
      .or(page.locator('.ant-table'))
      .first()
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: '提出异议' }).waitFor();
    for (const label of ['公示文件（PDF）', '公示文件（Word）']) expect(await read(page, label)).toContain('公示第1号');
    await accessible(page);
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByText('请写明异议的事实和理由').waitFor();
    await accessible(page);
    await page.getByLabel(/^事实和理由/).fill('推进区道路项目与既有工程是否重复？');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('heading', { level: 1, name: '异议回执' }).waitFor();
    await page.getByText('正在核查，尚未答复').waitFor();
    await accessible(page);
    receipt = decodeURIComponent(new URL(page.url()).pathname.split('/').pop() ?? '');
    expect(receipt).toMatch(/^YY\d{8}-/);
    expect(await onPaper(page)).toContain(receipt);
  });

  it('the province answers, and the receipt says so', async () => {
    const desk = await at().desk('sheng-zx', screens[1]);
    const { page } = desk;
    await desk.go(notice);
    const objection = page.getByRole('article', { name: `异议 ${receipt}` });
    await objection.getByRole('radio', { name: '异议不成立' }).check();
    await objection.getByLabel(/^核查情况和结论/).fill('经核对项目库与现场，两条道路起止点不同，不重复。');
    await accessible(page);
    await objection.getByRole('button', { name: '核对答复' }).click();
    await accessible(page);
    await objection.getByRole('button', { name: '确认答复异议' }).click();
    await objection.getByText('不成立').first().waitFor();
    await accessible(page);

    const visitor = await at().visitor();
    await visitor.page.goto('/public');
    await visitor.page.getByLabel('回执号').fill(receipt);
    await visitor.page.getByRole('button', { name: '查询' }).click();
    await visitor.page.getByText('经核对项目库与现场，两条道路起止点不同，不重复。').waitFor();
    await accessible(visitor.page);
  });

  it('before the period is over nothing is awarded, and the page says until when', async () => {
    const desk = await at().desk('sheng-zx');
    await desk.go('/notices/awards', '办理立项');
    await desk.page.getByText('暂不能办').waitFor();
    await accessible(desk.page);
  });
});

describe('the notice is over', () => {
  const at = office('2023-02-12T18:00:00+08:00');

  it.each([
    ['sheng-zx', '已签署，等待'],
    ['sheng-cz', '已立项'],
  ])('%s signs the three awards', async (login, said) => {
    const desk = await at().desk(login);
    const { page } = desk;
    await desk.go('/notices/awards', '办理立项');
    const drafted = await read(page, 'PDF', page.getByRole('row', { name: /平邑县/ }));
    expect(drafted).toContain('草拟件');
    expect(drafted).toContain('立项的批复');
    await page.getByRole('checkbox', { name: '全选能办理的' }).check();
    await page.getByLabel(/^批复文号/).fill('鲁乡振发〔2023〕2号');
    await page.getByLabel(/^办理意见/).fill('公示期满，异议已答复，同意立项。');
    await accessible(page);
    await page.getByRole('button', { name: '核对所选的 3 件' }).click();
    await accessible(page);
    await page.getByRole('button', { name: '确认立项' }).click();
    await page.getByText('已签署 3 件。').waitFor();
    expect(await page.getByRole('status').getByText(said).count()).toBe(3);
    await accessible(page);
  });

  it('the awards stand in the list, and each has its account', async () => {
    const desk = await at().desk('sheng-cz');
    const { page } = desk;
    await desk.go('/notices', '公示立项');
    await page.getByText('合计 3 个').waitFor();
    await accessible(page);
    for (const label of ['PDF', 'Word']) {
      const approval = await read(page, label, page.getByRole('row', { name: /平邑县/ }));
      expect(approval).toContain('鲁乡振发〔2023〕2号');
      expect(approval).toContain('关于同意平邑县');
      expect(approval).not.toContain('草拟件');
    }
    await desk.go('/funds', '资金');
    await page.getByRole('link', { name: /金银花海/ }).waitFor();
    await accessible(page);
  });
});

describe('the province proposes a disqualification', () => {
  const at = office();

  it('and the county reads of what it is accused and until when it may answer', async () => {
    const row = await applicationOf(await clerk(at().world, 'sheng-zx'), '370686', '-PS');
    const province = await at().desk('sheng-zx');
    await province.go(`/applications/${row.id}`, row.title);
    await act(province.page, '取消资格', async (form) => {
      await form.text('依据条款', '第四部分第3点');
      await form.text('事实', '两个项目与其他渠道重复申报。');
      await form.text('办理意见', '内部意见：建议取消资格。');
    });
    await province.page
      .getByText(/^已签署“取消资格”/)
      .first()
      .waitFor();

    const county = await at().desk('370686-tb');
    const { page } = county;
    await county.go(`/applications/${row.id}`, row.title);
    const told = page.getByRole('alert').filter({ hasText: '提出取消资格' });
    await told.getByText('依据条款：第四部分第3点').waitFor();
    await told.getByText('事实：两个项目与其他渠道重复申报。').waitFor();
    await told.getByText(/^申辩期至 \d+年\d+月\d+日24时 届满，此前不作决定/).waitFor();
    expect(await page.getByText('内部意见').count()).toBe(0);
    await accessible(page);
  });
});
