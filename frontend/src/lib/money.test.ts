import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/money.json';
import { decimalsOf, fenOf, placesOf, showWan, sumFen, wan, wanPlain } from './money';

describe('money', () => {
  it.each(fixture.exact)('$text 万元 is exact both ways', ({ text, fen, shown, plain }) => {
    const read = fenOf(text);
    expect(String(read)).toBe(fen);
    expect(wan(read ?? 0n)).toBe(shown);
    expect(wanPlain(read ?? 0n)).toBe(plain);
  });
  it.each(fixture.refused)('refuses %j', (text) => {
    expect(fenOf(text)).toBeNull();
  });
  it.each(fixture.sums)('adds $of up to $plain', ({ of, plain }) => {
    expect(wanPlain(sumFen(of.map((each) => fenOf(each) ?? 0n)))).toBe(plain);
  });
  it('reads the small numbers JSON writes with an exponent', () => {
    expect(fenOf(0.000001)).toBe(1n);
  });
  it('comes back from the number the API carries', () => {
    for (const text of ['4300.25', '0.0001', '9007199.2547', '2299.9999'])
      expect(fenOf(Number(text))).toBe(fenOf(text));
  });
  it('knows the most decimals of a column', () => {
    expect([2751.904, 6000, 0.000001, null].map(decimalsOf)).toEqual([3, 2, 6, 0]);
    expect(placesOf([6000, 2751.904, null])).toBe(3);
    expect(placesOf([])).toBe(0);
  });
  it('shows a dash for nothing', () => {
    expect(showWan(null)).toBe('—');
  });
});
