import { describe, expect, it } from 'vitest';
import fixture from '../../../fixtures/paste.json';
import { type Choice, cleanChoice, cleanChoices } from './choice';
import type { Cleaned } from './cleaned';
import { cleanCount } from './count';
import { cleanDay } from './day';
import { cleanMoney } from './money';
import { cleanCheck, cleanLine, cleanText } from './text';

interface Case {
  name: string;
  text: string;
  value?: string;
  refused?: boolean;
}

function agree(cases: Case[], clean: (text: string) => Cleaned) {
  it.each(cases)('$name: $text', ({ text, value, refused }) => {
    const cleaned = clean(text);
    expect(cleaned.ok ? cleaned.value : null, cleaned.ok ? '' : cleaned.wrong).toBe(refused ? null : value);
  });
}

const natures: Choice[] = ['新建', '改扩建', '续建'].map((value) => ({ value, label: value }));
const modes: Choice[] = [
  ['PRODUCTION', '带动生产'],
  ['ORDER', '订单收购'],
  ['EMPLOYMENT', '务工就业'],
  ['LAND_TRANSFER', '土地流转'],
  ['ASSET_LEASE', '资产租赁'],
  ['SHARE', '入股'],
  ['DIVIDEND', '收益分红'],
].map(([value = '', label = '']) => ({ value, label }));
const places: Choice[] = fixture.villages.map(({ code, name, townName }) => ({
  value: code,
  label: name,
  also: [townName + name, name.replace(/村$/, ''), townName + name.replace(/村$/, '')],
}));
const joined = (cases: { name: string; text: string; values?: string[]; refused?: boolean }[]): Case[] =>
  cases.map(({ values, ...rest }) => (values ? { ...rest, value: values.join(',') } : rest));

describe('amounts', () => agree(fixture.money, cleanMoney));
describe('people and households', () => agree(fixture.count, cleanCount));
describe('the first day of a month alone', () =>
  agree(
    fixture.day.map(({ first, ...rest }) => (first === undefined ? rest : { ...rest, value: first })),
    (text) => cleanDay(text, 'first'),
  ));
describe('the last day of a month alone', () =>
  agree(
    fixture.day.map(({ last, ...rest }) => (last === undefined ? rest : { ...rest, value: last })),
    (text) => cleanDay(text, 'last'),
  ));
describe('a word of a list', () => agree(fixture.nature, (text) => cleanChoice(text, natures)));
describe('words of a list', () => agree(joined(fixture.modes), (text) => cleanChoices(text, modes)));
describe('villages', () => agree(joined(fixture.places), (text) => cleanChoices(text, places)));
describe('texts', () => agree(fixture.text, cleanText));
describe('texts of one line', () => agree(fixture.line, cleanLine));

describe('what is said', () => {
  const note = (c: Cleaned) => (c.ok ? c.note : c.wrong);
  it.each([
    [cleanMoney('3000元'), '3000 元 ÷ 10000 = 0.30 万元'],
    [cleanMoney('12.5万元'), '按 12.50 万元填入'],
    [cleanMoney('1,234'), undefined],
    [cleanDay('2027/3', 'last'), '只写了年月，按 2027-03-31 填入'],
    [cleanDay('46447', 'first'), '按 2027-03-01 填入'],
    [cleanChoices('东村', places), '叫“东村”的不止一个，请写代码：东村（370686901003）、东村（370686902001）'],
    [cleanChoice('重建', natures), '“重建”不在可填的范围内，可填：新建、改扩建、续建'],
    [cleanChoices('订单收购、代养、捐赠', natures.slice(0, 1)), expect.stringContaining('代养')],
  ])('%o', (cleaned, said) => expect(note(cleaned)).toEqual(said));

  it('keeps the month alone where the month is all that is asked', () => {
    expect(cleanDay('2027.3.15', 'month')).toEqual({ ok: true, value: '2027-03' });
  });

  it('reads yes and no', () => {
    expect(['是', '√', '有', 'Y'].map((t) => note(cleanCheck(t)) ?? cleanCheck(t))).toEqual(
      Array(4).fill({ ok: true, value: '1' }),
    );
    expect(cleanCheck('否')).toEqual({ ok: true, value: '' });
    expect(cleanCheck('也许').ok).toBe(false);
  });
});
