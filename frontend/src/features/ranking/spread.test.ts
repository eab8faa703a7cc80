import { expect, it } from 'vitest';
import { scaleOf, spreadOf } from './spread';

const kept = (total: number) => ({ total, fate: 'KEPT' as const });

it('counts dropped marks into the spread, as they were given, and recused ones not', () => {
  const marks = [
    kept(84),
    kept(86),
    { total: 80, fate: 'DROPPED' as const },
    { total: 90, fate: 'DROPPED' as const },
    { total: 10, fate: 'RECUSED' as const },
  ];
  const spread = spreadOf(marks);
  expect(spread?.range).toBe(10);
  expect(spread?.deviation).toBeCloseTo(Math.sqrt((1 + 1 + 25 + 25) / 4), 10);
});

it('knows no spread of fewer than two marks', () => {
  expect(spreadOf([])).toBeNull();
  expect(spreadOf([kept(80), { total: 90, fate: 'RECUSED' }])).toBeNull();
});

it('is nought where all agree', () => {
  expect(spreadOf([kept(80), kept(80)])).toEqual({ range: 0, deviation: 0 });
});

it('lays ranges on one scale that they do not touch the ends of', () => {
  const at = scaleOf([
    { low: 60, high: 70 },
    { low: 80, high: 90 },
  ]);
  expect(at(75)).toBeCloseTo(50, 10);
  expect(at(60)).toBeGreaterThan(0);
  expect(at(90)).toBeLessThan(100);
});

it('puts a single point in the middle', () => {
  expect(scaleOf([{ low: 80, high: 80 }])(80)).toBeCloseTo(50, 10);
});
