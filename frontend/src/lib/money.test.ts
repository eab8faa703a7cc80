import { describe, expect, it } from 'vitest';
import { fenOf, showWan, wan, wanPlain } from './money';

describe('money', () => {
  it.each([
    ['0', 0n, '0.00', '0'],
    ['2000', 2_000_000_000n, '2,000.00', '2000'],
    ['1234567.8', 1_234_567_800_000n, '1,234,567.80', '1234567.8'],
    ['0.0001', 100n, '0.0001', '0.0001'],
    ['0.000001', 1n, '0.000001', '0.000001'],
    ['-12.5', -12_500_000n, '-12.50', '-12.5'],
  ])('%s 万元 is exact both ways', (text, fen, shown, plain) => {
    expect(fenOf(text)).toBe(fen);
    expect(wan(fen)).toBe(shown);
    expect(wanPlain(fen)).toBe(plain);
  });
  it.each(['', '1.0000001', '1,000', '一百', '1e3', '--1'])('refuses %j', (text) => {
    expect(fenOf(text)).toBeNull();
  });
  it('reads the small numbers JSON writes with an exponent', () => {
    expect(fenOf(0.000001)).toBe(1n);
  });
  it('shows a dash for nothing', () => {
    expect(showWan(null)).toBe('—');
  });
});
