import { describe, expect, it } from 'vitest';
import { copied } from './clipboard';
import { clearing, fillingDown } from './edits';
import { type History, noHistory, recorded, redone, undone } from './history';
import { commandOf, type Mode, type Press } from './keys';
import { groups, lefts, parts } from './layout';
import { wordsOf } from './marks';
import { applied, type Edit } from './model';
import { type Ground, planPaste } from './pasting';
import { along, rectOf, type Way } from './selection';
import { totalOf } from './totals';
import type { Column, Row } from './types';

const columns: Column[] = [
  { key: 'id', title: '编号', width: 80, kind: 'text', frozen: true, readOnly: true },
  { key: 'name', title: '名称', width: 200, kind: 'text', frozen: true },
  {
    key: 'kind',
    title: '类别',
    width: 90,
    kind: 'choice',
    choices: [
      { value: 'A', label: '甲' },
      { value: 'B', label: '乙' },
    ],
  },
  { key: 'start', title: '开工', group: '期限', width: 90, kind: 'date', month: 'first' },
  { key: 'total', title: '总投资', width: 100, kind: 'money', total: true, breaks: true },
  { key: 'people', title: '人数', width: 80, kind: 'int', total: true },
];
const row = (id: string, cells: Record<string, string> = {}): Row => ({ id, cells: { id, ...cells } });
const rows: Row[] = [
  row('P01', { name: '甲园', kind: 'A', start: '2023-02-01', total: '0.1', people: '10' }),
  row('P02', { name: '乙园', kind: 'B', total: '0.2', people: '20' }),
  row('P03', { name: '丙园', kind: '' }),
];
const lock: Ground['lock'] = (_, column) => (column.readOnly ? '由系统填写' : null);
const newRow = (taken: ReadonlySet<string>) => row(`P0${taken.size + 1}`);
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const plan = (table: string[][], rect = at(0, 1), more: Partial<Ground> = {}) =>
  planPaste(table, { rows, columns, rect, lock, newRow, ...more });
const made = (edits: readonly Edit[], from: readonly Row[] = rows) => edits.reduce(applied, from);
const column = (n: number, all: readonly Row[]) => all.map((r) => r.cells[columns[n]?.key ?? ''] ?? '');

describe('edits', () => {
  it('keeps the rows it does not touch the same objects', () => {
    const next = applied(rows, { kind: 'cells', changes: [{ rowId: 'P02', key: 'name', from: '乙园', to: '新园' }] });
    expect([next[0] === rows[0], next[1] === rows[1], next[1]?.cells.name]).toEqual([true, false, '新园']);
  });
  it.each<[string, Edit, string]>([
    ['inserts first', { kind: 'insert', rows: [row('X')], after: null }, 'X P01 P02 P03'],
    ['inserts behind a row', { kind: 'insert', rows: [row('X')], after: 'P01' }, 'P01 X P02 P03'],
    ['inserts last where the row before is gone', { kind: 'insert', rows: [row('X')], after: 'gone' }, 'P01 P02 P03 X'],
    ['removes', { kind: 'remove', ids: ['P01', 'P03'] }, 'P02'],
    ['moves up', { kind: 'move', ids: ['P02', 'P03'], after: null }, 'P02 P03 P01'],
    ['moves down', { kind: 'move', ids: ['P01'], after: 'P02' }, 'P02 P01 P03'],
  ])('%s, and undoes it', (_, edit, ids) => {
    const next = applied(rows, edit);
    expect(next.map((r) => r.id).join(' ')).toBe(ids);
    const back = undone(recorded(noHistory, rows, [edit]), next);
    expect(made(back?.edits ?? [], next)).toEqual(rows);
  });
});

describe('undo', () => {
  const write = (to: string, from: string): Edit => ({
    kind: 'cells',
    changes: [{ rowId: 'P01', key: 'name', from, to }],
  });
  it('goes a hundred acts back, not further', () => {
    let history: History = noHistory;
    let now: readonly Row[] = rows;
    for (let i = 1; i <= 130; i++) {
      const edit = write(`${i}`, now[0]?.cells.name ?? '');
      history = recorded(history, now, [edit]);
      now = applied(now, edit);
    }
    let times = 0;
    for (let step = undone(history, now); step; step = undone(history, now)) {
      now = made(step.edits, now);
      history = step.history;
      times++;
    }
    expect([times, now[0]?.cells.name]).toEqual([100, '30']);
  });
  it('does again what it undid, until something else is done', () => {
    const edit = write('一', '甲园');
    const done = applied(rows, edit);
    const back = undone(recorded(noHistory, rows, [edit]), done);
    const forth = redone(back?.history ?? noHistory, rows);
    expect(made(forth?.edits ?? [])).toEqual(done);
    expect(redone(recorded(back?.history ?? noHistory, rows, [write('二', '甲园')]), rows)).toBeNull();
  });
  it('takes an act of several edits as one', () => {
    const { edits } = plan([
      ['子', '甲'],
      ['丑', '乙'],
      ['寅', '甲'],
      ['卯', '乙'],
    ]);
    const next = made(edits);
    expect(next.length).toBe(4);
    expect(made(undone(recorded(noHistory, rows, edits), next)?.edits ?? [], next)).toEqual(rows);
  });
  it('leaves out what is gone since', () => {
    const history = recorded(noHistory, rows, [write('一', '甲园')]);
    expect(undone(history, rows.slice(1))?.edits).toEqual([]);
  });
});

describe('a paste', () => {
  it('puts texts as their columns read them, and tells what it made of them', () => {
    const p = plan([['  甲 园 ', '乙', '2027/3', '3000元', '１，０９３人']]);
    expect(made(p.edits)[0]?.cells).toEqual({
      ...{ id: 'P01', name: '甲 园', kind: 'B', start: '2027-03-01', total: '0.3', people: '1093' },
    });
    expect(p.notes.map((n) => `${n.row} ${n.column} ${n.why} ${n.put}`)).toEqual([
      '1 期限开工 只写了年月，按 2027-03-01 填入 2027-03-01',
      '1 总投资 3000 元 ÷ 10000 = 0.30 万元 0.30',
    ]);
  });
  it('names every cell it cannot read, leaves that as it is, and puts the rest', () => {
    const p = plan([
      ['子', '丙', '年底', '待定', '5'],
      ['丑', '甲', '', '1', '6'],
    ]);
    expect(p.troubles.map((t) => `${t.row} ${t.column} ${t.text} → ${t.put}`)).toEqual([
      '1 类别 丙 → 甲',
      '1 期限开工 年底 → 2023-02-01',
      '1 总投资 待定 → 0.10',
    ]);
    expect(column(4, made(p.edits))).toEqual(['0.1', '1', '']);
    expect(column(5, made(p.edits))).toEqual(['5', '6', '']);
  });
  it('adds the rows that are missing', () => {
    const p = plan([['子'], ['丑'], ['寅']], at(2, 1));
    expect([p.height, p.fresh]).toEqual([3, 2]);
    expect(made(p.edits).map((r) => `${r.id}${r.cells.name}`)).toEqual([
      'P01甲园',
      'P02乙园',
      'P03子',
      'P04丑',
      'P05寅',
    ]);
  });
  it('says how many rows it leaves where none may be added', () => {
    const p = plan([['子'], ['丑'], ['寅']], at(2, 1), { newRow: undefined });
    expect([p.height, p.beyondRows, made(p.edits).length]).toEqual([1, 2, 3]);
  });
  it('says how many columns lie beyond the last', () => {
    expect(plan([['1', '2', '3']], at(0, 5)).beyondColumns).toBe(2);
  });
  it('leaves locked cells, and counts those that would change', () => {
    const p = plan(
      [
        ['P01', '子'],
        ['X', '丑'],
      ],
      at(0, 0),
    );
    expect([p.locked, ...column(0, made(p.edits)), ...column(1, made(p.edits))]).toEqual([
      1,
      'P01',
      'P02',
      'P03',
      '子',
      '丑',
      '丙园',
    ]);
  });
  it('takes headings copied along for what they are', () => {
    const p = plan([
      ['名称', '类别'],
      ['子', '甲'],
    ]);
    expect([p.headSkipped, p.height, column(1, made(p.edits))[0]]).toEqual([true, 1, '子']);
  });
  it('fills a selection with one cell, or with a pattern that fits', () => {
    expect(column(1, made(plan([['同']], at(0, 1, 2, 1)).edits))).toEqual(['同', '同', '同']);
    expect(column(5, made(plan([['7']], at(0, 4, 1, 5)).edits))).toEqual(['7', '7', '']);
  });
  it('drops empty rows at the end of a sheet', () => {
    expect(plan([['子'], [''], ['']], at(2, 1)).fresh).toBe(0);
  });
  it('puts nothing where nothing differs', () => {
    expect(plan([['甲园', '甲']]).edits).toEqual([]);
  });
});

describe('copy', () => {
  it('gives what Excel reads and what a paste puts back', () => {
    const odd = [row('P01', { name: '=1+1\n"二"', kind: 'A', total: '1234.5' })];
    const { text, html } = copied(odd, columns, at(0, 1, 0, 4));
    expect(text).toBe('"=1+1\n""二"""\t甲\t\t1234.5');
    expect(html).toContain(
      `<td style="mso-number-format:'\\@'">=1+1<br style="mso-data-placement:same-cell">"二"</td>`,
    );
    expect(html).toContain('<td>1234.5</td>');
  });
});

describe('filling and clearing', () => {
  it('fills the first row of a selection down', () => {
    const { changes } = fillingDown(rows, columns, at(0, 1, 2, 2), lock);
    expect(changes.map((c) => `${c.rowId} ${c.key} ${c.to}`)).toEqual([
      'P02 name 甲园',
      'P02 kind A',
      'P03 name 甲园',
      'P03 kind A',
    ]);
  });
  it('takes the row above for a selection of one row', () => {
    expect(fillingDown(rows, columns, at(1, 4), lock).changes.map((c) => c.to)).toEqual(['0.1']);
    expect(fillingDown(rows, columns, at(0, 4), lock).changes).toEqual([]);
  });
  it('leaves what is locked', () => {
    expect(clearing(rows, columns, at(0, 0, 0, 1), lock)).toEqual({
      changes: [{ rowId: 'P01', key: 'name', from: '甲园', to: '' }],
      locked: 1,
    });
  });
});

describe('keys', () => {
  const press = (combined: string, more: Partial<Press> = {}): Press => {
    const parts = combined.split('+');
    const key = parts.pop() ?? '';
    const has = (name: string) => parts.includes(name);
    return {
      ...{
        key,
        ctrlKey: has('Ctrl'),
        shiftKey: has('Shift'),
        altKey: has('Alt'),
        metaKey: false,
        keyCode: 0,
        isComposing: false,
      },
      ...more,
    };
  };
  it.each<[string, Mode, unknown]>([
    ['ArrowDown', 'move', { do: 'go', way: 'down', extend: false }],
    ['Shift+ArrowRight', 'move', { do: 'go', way: 'right', extend: true }],
    ['Ctrl+Home', 'move', { do: 'go', way: 'first', extend: false }],
    ['Ctrl+Shift+End', 'move', { do: 'go', way: 'last', extend: true }],
    ['PageDown', 'move', { do: 'go', way: 'pageDown', extend: false }],
    ['Tab', 'move', { do: 'go', way: 'next', extend: false }],
    ['Shift+Tab', 'move', { do: 'go', way: 'previous', extend: false }],
    ['Enter', 'move', { do: 'go', way: 'below', extend: false }],
    ['Ctrl+Enter', 'move', { do: 'insertRow' }],
    ['Ctrl+d', 'move', { do: 'fillDown' }],
    ['Ctrl+D', 'move', { do: 'fillDown' }],
    ['Ctrl+a', 'move', { do: 'all' }],
    ['Ctrl+z', 'move', { do: 'undo' }],
    ['Ctrl+y', 'move', { do: 'redo' }],
    ['Ctrl+Shift+Z', 'move', { do: 'redo' }],
    ['F2', 'move', { do: 'edit' }],
    ['Alt+ArrowDown', 'move', { do: 'edit' }],
    ['Delete', 'move', { do: 'clear' }],
    ['Escape', 'move', { do: 'cancel' }],
    ['a', 'move', null],
    ['Ctrl+c', 'move', null],
    ['Ctrl+v', 'move', null],
    ['Ctrl+f', 'move', null],
    ['F5', 'move', null],
    ['Enter', 'type', { do: 'commit', way: 'below' }],
    ['Alt+Enter', 'caret', { do: 'newline' }],
    ['Tab', 'caret', { do: 'commit', way: 'next' }],
    ['ArrowRight', 'type', { do: 'commit', way: 'right' }],
    ['ArrowRight', 'caret', null],
    ['Delete', 'caret', null],
    ['Ctrl+z', 'caret', null],
    ['Escape', 'caret', { do: 'cancel' }],
    ['ArrowDown', 'pick', { do: 'choose', way: 'down' }],
    [' ', 'pick', { do: 'toggle' }],
  ])('%s while one is to %s', (combined, mode, command) => expect(commandOf(press(combined), mode)).toEqual(command));

  it.each<Mode>(['move', 'type', 'caret', 'pick'])('are an input method’s while it composes (%s)', (mode) => {
    for (const key of ['Enter', 'ArrowDown', 'Escape', 'Tab', ' ', 'Delete']) {
      expect(commandOf(press(key, { isComposing: true }), mode)).toBeNull();
      expect(commandOf(press(key, { keyCode: 229 }), mode)).toBeNull();
    }
  });
});

describe('ways', () => {
  const e = { rows: 3, cols: 4, page: 2 };
  it.each<[Way, [number, number], [number, number] | null]>([
    ['left', [1, 0], [1, 0]],
    ['down', [2, 1], [2, 1]],
    ['next', [0, 3], [1, 0]],
    ['next', [2, 3], null],
    ['previous', [1, 0], [0, 3]],
    ['previous', [0, 0], null],
    ['pageDown', [0, 2], [2, 2]],
    ['pageUp', [1, 2], [0, 2]],
    ['last', [0, 0], [2, 3]],
    ['top', [2, 2], [0, 2]],
    ['rowEnd', [1, 1], [1, 3]],
  ])('%s from %j leads to %j', (way, [r, c], to) => {
    expect(along(way, { row: r, col: c }, e)).toEqual(to && { row: to[0], col: to[1] });
  });
  it('spans a rectangle whichever corner came first', () => {
    expect(rectOf({ at: { row: 2, col: 1 }, to: { row: 0, col: 3 } })).toEqual(at(0, 1, 2, 3));
  });
});

describe('what is drawn', () => {
  it('adds up exactly', () => {
    expect(columns.slice(4).map((c) => totalOf(c, rows))).toEqual(['0.30', '30']);
  });
  it('sets frozen columns side by side', () => {
    expect(lefts(columns)).toEqual([64, 144, undefined, undefined, undefined, undefined]);
  });
  it('prints in parts, the frozen columns in each', () => {
    expect(parts(columns).map((p) => p.map((c) => c.key).join(' '))).toEqual([
      'id name kind start',
      'id name total people',
    ]);
  });
  it('puts one heading over columns of a group', () => {
    const two: Column[] = ['a', 'b'].map((key) => ({ key, title: key, group: '资金', width: 1, kind: 'money' }));
    expect(groups([...two, ...columns.slice(5)])).toEqual([
      { title: '资金', from: 0, span: 2 },
      { from: 2, span: 1 },
    ]);
  });
  it('says what is wrong with a row in words', () => {
    const mark = (severity: 'error' | 'warning') => ({ rowId: '', key: '', message: '', severity });
    expect(wordsOf([mark('error'), mark('error'), mark('warning')])).toBe('2 处错误，1 处提醒');
  });
});
