import { describe, expect, it } from 'vitest';
import { fixedPoints, pointsOf, readPoints, showPoints } from './points';

describe('points', () => {
  it('adds halves and hundredths without drifting', () => {
    expect(showPoints([0.1, 0.2, 8.57].reduce((sum, n) => sum + pointsOf(n), 0))).toBe('8.87');
  });
  it.each([
    ['8', 800],
    ['8.5', 850],
    [' ８．５ ', 850],
    ['0.05', 5],
    ['100', 10000],
    ['8.', 800],
  ])('reads %j', (text, points) => expect(readPoints(text)).toBe(points));
  it.each(['', '-1', '8.555', '八', '1e2', '8,5'])('refuses %j', (text) => expect(readPoints(text)).toBeNull());
  it('keeps two decimals where figures stand in a column', () => {
    expect([fixedPoints(86), fixedPoints(84.5), fixedPoints(null)]).toEqual(['86.00', '84.50', '—']);
  });
});
