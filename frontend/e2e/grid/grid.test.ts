import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessible } from '../axe';
import { Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());
beforeEach(() => desk.visit());

describe('keys', () => {
  it('types over a cell, takes it with Enter and goes on below', async () => {
    await desk.click(2, '二级类型');
    await desk.page.keyboard.type('加工项目');
    await desk.press('Enter');
    expect(await desk.value(2, 'subtype')).toBe('加工项目');
    expect(await desk.said()).toContain('第 3 行，二级类型');
  });

  it('returns after a run of Tab to the column it began in', async () => {
    await desk.click(2, '二级类型');
    await desk.press('Tab', 'Tab', 'Enter');
    expect(await desk.said()).toContain('第 3 行，二级类型');
  });

  it('edits with F2 and lets Esc give up', async () => {
    await desk.click(2, '责任部门');
    await desk.press('F2', 'End');
    await desk.page.keyboard.type('县');
    await desk.press('Escape');
    expect(await desk.value(2, 'dept')).toBe('市乡村振兴局');
    await desk.click(2, '责任部门', { clickCount: 2 });
    await desk.page.keyboard.type('县');
    await desk.press('Tab');
    expect(await desk.value(2, 'dept')).toContain('县');
  });

  it('clears, undoes and does again', async () => {
    await desk.click(1, '总投资');
    await desk.press('Shift+ArrowDown', 'Delete');
    expect([await desk.value(1, 'total'), await desk.value(2, 'total')]).toEqual(['', '']);
    await desk.press('Control+z');
    expect([await desk.value(1, 'total'), await desk.value(2, 'total')]).toEqual(['659', '659']);
    await desk.press('Control+y');
    expect(await desk.value(2, 'total')).toBe('');
  });

  it('fills down, inserts a row, and removes it by undo', async () => {
    await desk.click(1, '二级类型');
    await desk.page.keyboard.type('甲');
    await desk.press('Enter', 'Control+d');
    expect(await desk.value(2, 'subtype')).toBe('甲');
    await desk.press('Control+Enter');
    expect((await desk.rows()).length).toBe(101);
    expect(await desk.said()).toBe('已插入一行');
    await desk.press('Control+z');
    expect((await desk.rows()).length).toBe(100);
  });

  it('keeps in sight what one goes to, beside frozen columns and above the totals', async () => {
    await desk.press('Tab');
    await desk.click(1, '项目名称');
    await desk.press('Control+End');
    expect(await desk.page.evaluate(seen, '备注')).toBe(true);
    await desk.press('Control+Home', 'PageDown', 'PageDown', 'End', 'ArrowLeft', 'ArrowLeft');
    expect(await desk.page.evaluate(seen, '')).toBe(true);
  });

  it('lets the keyboard out: Esc, then Tab', async () => {
    await desk.click(3, '二级类型');
    await desk.press('Escape', 'Tab');
    expect(await desk.page.evaluate(() => document.activeElement?.tagName)).not.toBe('TEXTAREA');
  });

  it('changes nothing that is locked, and says why', async () => {
    await desk.click(4, '二级类型');
    await desk.page.keyboard.type('x');
    await desk.press('Enter');
    expect(await desk.value(4, 'subtype')).toBe('生产项目');
    await desk.press('ArrowUp', 'F2');
    expect(await desk.said()).toContain('不在退回修改的范围内');
  });

  it('keeps what cannot be read in the cell, with the reason', async () => {
    await desk.click(1, '总投资');
    await desk.page.keyboard.type('待定');
    await desk.press('Enter');
    expect(await desk.page.getByRole('alert').textContent()).toContain('不是数字');
    expect(await desk.value(1, 'total')).toBe('659');
    await desk.press('Control+a');
    await desk.page.keyboard.type('3000元');
    await desk.press('Enter');
    expect(await desk.value(1, 'total')).toBe('0.3');
  });

  it('chooses from a list by typing, and several with the blank', async () => {
    await desk.click(1, '项目类别');
    await desk.page.keyboard.type('治理');
    await desk.press('Enter');
    expect(await desk.value(1, 'category')).toBe('GOVERNANCE');
    await desk.click(1, '行政村');
    await desk.press('F2', 'ArrowDown', 'ArrowDown', 'Space', 'Enter');
    expect(await desk.value(1, 'villages')).toBe('370686901001,370686901002,370686901003');
    await desk.click(1, '已公示');
    await desk.press('Space');
    expect(await desk.value(1, 'shared')).toBe('');
  });
});

describe('the mouse', () => {
  it('selects by dragging, rows and columns by their heads', async () => {
    const [from, to] = [await desk.cell(2, '项目类别'), await desk.cell(4, '行政村')];
    await from.hover();
    await desk.page.mouse.down();
    await to.hover();
    await desk.page.mouse.up();
    expect(await desk.said()).toBe('选中 3 行 3 列');
    await desk.page.getByRole('rowheader').nth(2).click();
    expect(await desk.said()).toBe('选中 1 行 20 列');
    await desk.page.getByRole('columnheader', { name: '总投资' }).click();
    expect(await desk.said()).toBe('选中 100 行 1 列');
    expect(await desk.page.getByText('合计 65,900.00 万元').isVisible()).toBe(true);
  });

  it('chooses from a list', async () => {
    await desk.click(1, '项目类别', { clickCount: 2 });
    await desk.page.getByRole('option', { name: '乡村建设' }).click();
    expect(await desk.value(1, 'category')).toBe('CONSTRUCTION');
    await desk.click(1, '行政村', { clickCount: 2 });
    await desk.page.getByRole('option', { name: '下袁楼村' }).click();
    await desk.page.getByRole('option', { name: '东村' }).click();
    await desk.click(2, '二级类型');
    expect(await desk.value(1, 'villages')).toBe('370686901002,370686901003');
  });

  it('moves and removes rows by buttons, and undoes both', async () => {
    await desk.click(2, '二级类型');
    await desk.page.getByRole('button', { name: '上移' }).click();
    await desk.page.getByRole('button', { name: '删除所选行' }).click();
    expect((await desk.rows()).slice(0, 2).map((row) => row.id)).toEqual(['P01', 'P03']);
    await desk.press('Control+z', 'Control+z');
    expect((await desk.rows()).slice(0, 3).map((row) => row.id)).toEqual(['P01', 'P02', 'P03']);
  });
});

/** Whether the text field that lies over the active cell is seen whole, under no frozen column or heading. */
function seen(): boolean {
  const field = document.activeElement?.getBoundingClientRect();
  if (!field) return false;
  const corners = [
    [field.left + 3, field.top + 3],
    [field.right - 3, field.bottom - 3],
  ];
  return corners.every(([x = 0, y = 0]) => document.elementFromPoint(x, y) === document.activeElement);
}

describe('an input method', () => {
  it('composes straight into a cell, its keys its own', async () => {
    await desk.click(2, '二级类型');
    await compose('guangai', '灌溉');
    expect(await desk.value(2, 'subtype')).toBe('生产项目');
    await desk.press('Enter');
    expect(await desk.value(2, 'subtype')).toBe('灌溉');
    expect(await desk.said()).toContain('第 3 行');
  });

  it('leaves a locked cell as it is', async () => {
    await desk.click(4, '二级类型');
    await compose('guan', '灌');
    await desk.press('Enter');
    expect(await desk.value(4, 'subtype')).toBe('生产项目');
    await compose('xin', '新');
    await desk.press('Enter');
    expect(await desk.value(5, 'subtype')).toBe('新');
  });

  it('narrows a list', async () => {
    await desk.click(2, '项目类别');
    await compose('zhili', '治理');
    await desk.press('Enter');
    expect(await desk.value(2, 'category')).toBe('GOVERNANCE');
  });

  /** What an input method sends: keys of code 229, a composition that grows, Enter or a blank among its own keys, then the word. */
  async function compose(letters: string, word: string) {
    const key = (type: 'rawKeyDown' | 'keyUp') =>
      desk.cdp.send('Input.dispatchKeyEvent', { type, windowsVirtualKeyCode: 229, key: 'Process', code: 'Space' });
    for (let n = 1; n <= letters.length; n++) {
      await key('rawKeyDown');
      await desk.cdp.send('Input.imeSetComposition', { text: letters.slice(0, n), selectionStart: n, selectionEnd: n });
      await key('keyUp');
    }
    await key('rawKeyDown');
    await desk.cdp.send('Input.insertText', { text: word });
    await key('keyUp');
  }
});

describe('the clipboard', () => {
  it('copies what Excel reads and pastes it back after a preview', async () => {
    await desk.click(1, '项目名称');
    await desk.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    expect(await desk.clipboard()).toBe(
      '第1苹果标准化种植示范基地项目\t产业发展\r\n第2苹果标准化种植示范基地项目\t产业发展',
    );
    await desk.press('Control+End', 'Home', 'ArrowRight', 'Control+v');
    const dialog = desk.page.getByRole('dialog');
    expect(await dialog.getByRole('heading').first().textContent()).toBe('将粘贴 2 行 2 列，0 处无法识别');
    expect((await desk.rows()).length).toBe(100);
    await dialog.getByRole('button', { name: '粘贴', exact: true }).click();
    expect((await desk.rows()).length).toBe(101);
    expect(await desk.value(101, 'name')).toBe('第2苹果标准化种植示范基地项目');
    await desk.press('Control+z');
    expect((await desk.rows()).length).toBe(100);
  });

  it('names what it cannot read before anything changes, and can be given up', async () => {
    await desk.putOnClipboard('加工项目\t西村\t"建冷库\r\n三座"\t2027/3\t2027年\r\n');
    await desk.click(2, '二级类型');
    await desk.press('Control+v');
    const dialog = desk.page.getByRole('dialog');
    expect(await dialog.getByRole('heading').first().textContent()).toBe('将粘贴 1 行 5 列，2 处无法识别');
    const said = await dialog.textContent();
    for (const part of ['第 2 行“行政村”', '“西村”不在可填的范围内', '第 2 行“建设期限完工日期”', '只写了年月']) {
      expect(said).toContain(part);
    }
    await accessible(desk.page);
    await desk.show('preview');
    await desk.press('Escape');
    expect(await desk.value(2, 'subtype')).toBe('生产项目');
    await desk.press('Control+v');
    await dialog.getByRole('button', { name: '粘贴其余内容' }).click();
    const row = (await desk.rows())[1]?.cells;
    expect([row?.subtype, row?.villages, row?.content, row?.start, row?.end]).toEqual([
      ...['加工项目', '370686901001,370686901002', '建冷库\n三座', '2027-03-01', '2023-11-28'],
    ]);
  });

  it('cuts', async () => {
    await desk.click(1, '责任部门');
    await desk.press('Control+x', 'ArrowDown', 'Control+v');
    expect([await desk.value(1, 'dept'), await desk.value(2, 'dept')]).toEqual(['', '市乡村振兴局']);
  });
});

describe('the page', () => {
  it('is read as a grid', async () => {
    const grid = desk.page.getByRole('grid', { name: '项目清单' });
    expect(await grid.getByRole('row').count()).toBe(103);
    expect(await grid.getByRole('rowheader').count()).toBe(101);
    expect(await grid.getByRole('columnheader').count()).toBe(24);
    expect(await grid.getByRole('gridcell').count()).toBe(2020);
    // What the browser itself tells readers, whatever is laid out how.
    const { nodes } = await desk.cdp.send('Accessibility.getFullAXTree');
    const roles = nodes.map((node) => node.role?.value);
    const count = (role: string) => roles.filter((each) => each === role).length;
    expect([count('grid'), count('row'), count('gridcell'), count('rowheader'), count('columnheader')]).toEqual([
      ...[1, 103, 2020, 101, 24],
    ]);
    expect(await grid.getByRole('rowheader').nth(1).textContent()).toContain('有1 处错误');
  });

  it('is accessible, while one goes over it, types and chooses', async () => {
    await accessible(desk.page);
    await desk.click(1, '项目类别');
    await desk.press('F2');
    await accessible(desk.page);
    await desk.show('list');
    await desk.press('Escape');
    await desk.click(1, '总投资');
    await desk.page.keyboard.type('待定');
    await desk.press('Enter');
    await accessible(desk.page);
    await desk.show('refused');
    await desk.press('Escape');
    await desk.page.getByRole('button', { name: '按键说明' }).click();
    await desk.page.getByRole('button', { name: '全屏编辑' }).click();
    await accessible(desk.page);
    await desk.show('full');
  });

  it('goes where a finding points', async () => {
    const found = await desk.page.evaluate(() => [
      window.grid.handle?.focusCell('P02', 'total'),
      window.grid.handle?.focusCell('P99x', 'total'),
    ]);
    expect(found).toEqual([true, false]);
    expect(await desk.said()).toContain('第 2 行，总投资：659.00万元。错误：总投资与各项资金之和不符');
  });

  it('only shows when it may not be changed', async () => {
    await desk.visit('?readOnly&rows=3');
    await desk.click(1, '二级类型');
    await desk.press('x', 'Enter', 'Delete', 'Control+Enter');
    expect((await desk.rows()).map((row) => row.cells.subtype)).toEqual(['生产项目', '生产项目', '生产项目']);
  });

  it('fills an empty table by paste', async () => {
    await desk.visit('?rows=0');
    await accessible(desk.page);
    await desk.putOnClipboard('项目编号\t项目名称\r\n\t甲园\r\n\t乙园\r\n');
    await desk.page.locator('textarea').focus();
    await desk.press('Control+v');
    await desk.page.getByRole('button', { name: '粘贴', exact: true }).click();
    expect((await desk.rows()).map((row) => `${row.id} ${row.cells.name}`)).toEqual(['P01 甲园', 'P02 乙园']);
  });
});

describe('on paper', () => {
  it('is printed whole, in parts that fit, each page with its headings', async () => {
    if (process.env.GRID_SHOTS) {
      await desk.page.pdf({ preferCSSPageSize: true, path: `${process.env.GRID_SHOTS}/grid.pdf` });
    }
    await desk.page.emulateMedia({ media: 'print' });
    await desk.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const tables = desk.page.locator('.print-only table');
    expect(await tables.count()).toBe(2);
    expect(await tables.locator('tbody tr').count()).toBe(202);
    expect(await tables.nth(1).locator('thead').textContent()).toContain('项目名称总投资（万元）资金来源');
    expect(await desk.page.getByRole('grid').isVisible()).toBe(false);
    await desk.page.emulateMedia({ media: null });
    await desk.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await tables.count()).toBe(0);
  });
});

describe('the 项目清单 of a real application', () => {
  it('shows every column of the Excel table, and takes its own copy back without a change', async () => {
    await desk.visit('?real');
    expect(await desk.page.getByRole('columnheader').count()).toBe(43);
    await accessible(desk.page);
    await desk.show('real');
    const before = await desk.rows();
    await desk.click(1, '项目名称');
    await desk.press('Control+a', 'Control+c', 'Control+v');
    const dialog = desk.page.getByRole('dialog');
    expect(await dialog.getByRole('heading').first().textContent()).toBe('将粘贴 27 行 36 列，0 处无法识别');
    expect(await dialog.getByText('没有需要改动的内容').isVisible()).toBe(true);
    await desk.press('Escape', 'Control+Home', 'End');
    await desk.show('real-end');
    expect(await desk.rows()).toEqual(before);
  });

  it('puts the very project into the document that the Excel table would', async () => {
    await desk.visit('?real');
    await desk.putOnClipboard('659.0001\t237.5万元\t2,295,000元\t\t100\tINT01 60；农村饮水提升 40');
    await desk.click(2, '总投资');
    await desk.press('Control+v');
    await desk.page.getByRole('button', { name: '粘贴', exact: true }).click();
    const funds = await desk.page.evaluate(() => window.grid.projects[1]?.funds);
    expect(funds).toEqual(
      expect.arrayContaining([
        { source: 'LINKAGE_PROV_UP', amount: 237.5 },
        { source: 'LINKAGE_CITY', amount: 229.5 },
        { source: 'INTEGRATED', amount: 60, integratedItemId: 'INT01' },
        { source: 'INTEGRATED', amount: 40, integratedItemId: 'INT02' },
      ]),
    );
    expect(await desk.value(2, 'funds.INTEGRATED')).toBe('100');
  });
});
