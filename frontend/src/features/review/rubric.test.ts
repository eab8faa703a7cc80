import { describe, expect, it } from 'vitest';
import {
  emptySheet,
  gapsOf,
  gradeOf,
  type Item,
  type Rubric,
  sheetOf,
  stepped,
  totalOf,
  wireOf,
  wrongScore,
} from './rubric';

const item: Item = { code: 'S1.1', name: '短板找得准', max: 8, anchor: 4.5, levels: [] };
const small: Item = { code: 'S3.2', name: '文明乡风', max: 2, anchor: 1, levels: [] };
const rubric: Rubric = {
  stage: 'WRITTEN',
  step: 0.5,
  dimensions: [{ code: 'S1', name: '产业', weight: 10, source: '二.1', items: [item, small] }],
  vetoes: [{ code: 'DEBT', name: '违规举债' }],
};

describe('the quick grades', () => {
  it('come from the item’s own maximum and anchor, in whole steps', () => {
    expect([0, 1, 2, 3].map((g) => gradeOf(item, g, 0.5))).toEqual([800, 650, 450, 250]);
    expect([0, 1, 2, 3].map((g) => gradeOf(small, g, 0.5))).toEqual([200, 150, 100, 50]);
  });
  it('follow another step when the batch has one', () => {
    expect([0, 1, 2, 3].map((g) => gradeOf(item, g, 1))).toEqual([800, 600, 500, 200]);
  });
});

describe('a score', () => {
  it('steps within nothing and the maximum, and starts at the anchor', () => {
    expect(stepped(item, undefined, 50)).toBe(450);
    expect(stepped(item, 800, 50)).toBe(800);
    expect(stepped(item, 0, -50)).toBe(0);
  });
  it.each([
    [800, ''],
    [850, '最多 8 分'],
    [330, '须为 0.5 的整数倍'],
    [null, '请填写数字'],
  ])('%j is said to be %j', (p, says) => expect(wrongScore(item, p, 0.5)).toBe(says));
});

describe('a sheet', () => {
  it('lacks every score at first', () => {
    expect(gapsOf(rubric, emptySheet).map((g) => g.code)).toEqual(['S1.1', 'S3.2']);
  });
  it('lacks a reason just below the anchor and none at it', () => {
    const at = { ...emptySheet, scores: { 'S1.1': 450, 'S3.2': 50 } };
    expect(gapsOf(rubric, at).map((g) => g.message)).toEqual(['“文明乡风”0.5 分低于 1 分，请写明理由']);
    expect(gapsOf(rubric, { ...at, reasons: { 'S3.2': '材料未提及' } })).toEqual([]);
  });
  it('lacks the ground of a ticked veto', () => {
    const full = { ...emptySheet, scores: { 'S1.1': 800, 'S3.2': 200 } };
    expect(gapsOf(rubric, { ...full, vetoes: { DEBT: ' ' } }).map((g) => g.code)).toEqual(['DEBT']);
  });
  it('goes out as it came in, without blank reasons', () => {
    const sheet = sheetOf({ scores: { 'S1.1': 6.5 }, reasons: { 'S1.1': ' ' } });
    expect(totalOf([item, small], sheet)).toBe(650);
    expect(wireOf(sheet)).toEqual({ scores: { 'S1.1': 6.5 }, reasons: {}, vetoes: {}, comment: '' });
  });
});
