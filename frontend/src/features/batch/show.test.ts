import { expect, it } from 'vitest';
import { percent, show } from './show';

it.each([
  ['0.50', '50%'],
  ['0.5', '50%'],
  ['0', '0%'],
  ['1', '100%'],
  ['0.055', '5.5%'],
  ['0.10', '10%'],
])('%s is %s', (ratio, shown) => {
  expect(percent(ratio)).toBe(shown);
});

it('says what is not set, and lists what is', () => {
  expect(show({ path: '', label: '', kind: 'instant' }, null)).toBe('不设');
  expect(show({ path: '', label: '', kind: 'choices', choices: { A: '甲', B: '乙' } }, ['B', 'A'])).toBe('乙、甲');
  expect(show({ path: '', label: '', kind: 'wan' }, 2000)).toBe('2,000.00 万元');
});
