import { expect, it } from 'vitest';
import { daysUntil, opening, periodOf } from './period';

it('counts the first and the last day of a window, by the calendar of Beijing', () => {
  const now = Date.parse('2022-12-12T01:00:00Z');
  expect(daysUntil(now, '2022-12-21T16:00:00Z')).toBe(10);
  // Half past midnight in Beijing is still the day before in London.
  expect(daysUntil(Date.parse('2022-12-11T16:30:00Z'), '2022-12-21T16:00:00Z')).toBe(10);
  expect(opening(now, '2022-12-21T16:00:00Z', 3)).toContain('至2022年12月21日24时，共 10 天');
});

it('names the last day of a period, not the midnight after it', () => {
  expect(periodOf({ opensAt: '2023-02-01T01:00:00Z', closesAt: '2023-02-10T16:00:00Z' })).toBe(
    '2023年2月1日至2023年2月10日',
  );
  expect(periodOf({ opensAt: null, closesAt: null })).toBe('未发布');
});
