import { describe, expect, it } from 'vitest';
import { differences, merged, proposed, type Side } from './twoSides';

const base = { title: '甲', plan: { start: '2023-01-01', end: '2024-12-31' }, tags: ['一'] };

describe('two versions of one piece', () => {
  it('has nothing to ask when they are equal', () => {
    expect(differences(base, base, base)).toEqual([]);
  });
  it('finds the leaf that differs, not the object around it', () => {
    const mine = { ...base, plan: { ...base.plan, end: '2025-01-31' } };
    expect(differences(base, mine, base).map((d) => d.path)).toEqual(['plan.end']);
  });
  it('knows who changed a place, and asks only where both did', () => {
    const mine = { ...base, title: '乙', tags: ['二'] };
    const theirs = { ...base, title: '丙', plan: { ...base.plan, start: '2023-02-01' } };
    expect(differences(base, mine, theirs).map((d) => [d.path, proposed(d)])).toEqual([
      ['title', undefined],
      ['plan.start', 'theirs'],
      ['tags', 'mine'],
    ]);
  });
  it('keeps what each side changed alone and takes the chosen side where both did', () => {
    const mine = { ...base, title: '乙', tags: ['二'] };
    const theirs = { ...base, title: '丙', plan: { ...base.plan, start: '2023-02-01' } };
    const pick = (of: Side) => merged(base, mine, theirs, (d) => proposed(d) ?? of);
    expect(pick('mine')).toEqual({ title: '乙', plan: { start: '2023-02-01', end: '2024-12-31' }, tags: ['二'] });
    expect(pick('theirs')).toEqual({ title: '丙', plan: { start: '2023-02-01', end: '2024-12-31' }, tags: ['二'] });
  });
});

describe('lists of rows', () => {
  const a = { code: '1', name: '甲村', households: 10 };
  const b = { code: '2', name: '乙村', households: 20 };
  const c = { code: '3', name: '丙村', households: 30 };

  it('compares rows by their own name, wherever they stand', () => {
    expect(differences([a, b], [b, { ...a, households: 11 }], [a, b]).map((d) => d.path)).toEqual(['[1].households']);
  });
  it('keeps a row each of the two added', () => {
    expect(merged([a], [a, b], [a, c], (d) => proposed(d) ?? 'mine')).toEqual([a, b, c]);
  });
  it('lets a row go that one side took away', () => {
    expect(merged([a, b], [b], [a, b], (d) => proposed(d) ?? 'mine')).toEqual([b]);
  });
  it('asks when one took away what the other changed', () => {
    const [d] = differences([a, b], [b], [{ ...a, households: 12 }, b]);
    expect(d && proposed(d)).toBeUndefined();
  });
  it('tells twins apart', () => {
    expect(differences([a, a], [a, { ...a, households: 1 }], [a, a]).map((d) => d.path)).toEqual(['[1#2].households']);
  });
});
