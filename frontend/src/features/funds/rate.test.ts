import { describe, expect, it } from 'vitest';
import { lengthOf, rateOf } from './rate';

describe('shares of money', () => {
  it.each([
    [1999.999, 2000, '99.99%'],
    [2000, 2000, '100.00%'],
    [0, 2000, '0.00%'],
    [0, 0, ''],
    [867.172, 20461.25, '4.23%'],
  ])('%d of %d is %s, cut and never rounded up', (part, whole, shown) => {
    expect(rateOf(part, whole)).toBe(shown);
  });
  it('keeps a bar inside its frame', () => {
    expect(lengthOf(5, 4)).toBe(100);
    expect(lengthOf(1, 0)).toBe(0);
  });
});
