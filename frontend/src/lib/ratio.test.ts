import { expect, it } from 'vitest';
import { showShare } from './ratio';

it.each([
  [2000, 4000, '50.00%'],
  [2299.9999, 4600, '49.99%'],
  [2699, 4500, '59.97%'],
  [0, 4500, '0.00%'],
  [1, 3000, '0.03%'],
  [9000, 4500, '200.00%'],
  [1, 0, '—'],
])('%s of %s is %s, never rounded up', (part, whole, said) => {
  expect(showShare(part, whole)).toBe(said);
});
