import { describe, expect, it } from 'vitest';
import { type Draft, gapsOf, wireOf } from './draft';

const items = [
  { code: 'LAND', name: '项目用地' },
  { code: 'TEAM', name: '专班运转' },
];
const full: Draft = {
  checkedOn: '2026-11-20',
  lines: [
    { item: 'LAND', place: '/landGuarantee/quotaMu', finding: 'TRUE', note: '' },
    { item: 'TEAM', place: '/mechanism/workTeam', finding: 'UNVERIFIED', note: '当日无人' },
  ],
  verdict: 'PASS',
  deduction: 0,
  comment: '',
};

describe('a site check', () => {
  it('lacks nothing when each item has a finding, a place and its ground', () => {
    expect(gapsOf(full, items, new Set())).toEqual([]);
  });
  it('asks for words and a photo where something is not as claimed', () => {
    const lines = full.lines.map((l) => (l.item === 'LAND' ? { ...l, finding: 'FALSE' as const } : l));
    const draft: Draft = { ...full, lines };
    expect(gapsOf(draft, items, new Set())).toEqual(['“项目用地”须写明情况', '“项目用地”不符，须附现场照片']);
    expect(gapsOf(draft, items, new Set(['LAND']))).toEqual(['“项目用地”须写明情况']);
  });
  it('asks for the deduction of a sheet with issues, and sends none otherwise', () => {
    expect(gapsOf({ ...full, verdict: 'ISSUES' }, items, new Set())).toEqual(['结论为有问题，须填写扣分']);
    expect(wireOf({ ...full, deduction: 150 }).deduction).toBeUndefined();
    expect(wireOf({ ...full, verdict: 'ISSUES', deduction: 150 }).deduction).toBe(1.5);
  });
  it('names an item nobody looked at', () => {
    expect(gapsOf({ ...full, lines: full.lines.slice(0, 1) }, items, new Set())).toEqual(['“专班运转”还没有核查结果']);
  });
});
