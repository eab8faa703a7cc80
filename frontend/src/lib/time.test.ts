import { describe, expect, it } from 'vitest';
import { instantOf, showDeadline, showMonth, showSecond, showTime, timeLeft } from './time';

const deadline = '2022-12-10T16:00:00Z';

describe('time', () => {
  it('shows an instant in Beijing time whatever the PC thinks', () => {
    expect(showTime('2022-12-10T15:59:59Z')).toBe('2022-12-10 23:59');
  });
  it('shows the second where it is asked for', () => {
    expect(showSecond('2022-12-10T15:59:59.123456Z')).toBe('2022-12-10 23:59:59');
  });
  it('takes a written time for Beijing time, back and forth', () => {
    expect(instantOf('2022-12-10 23:59')).toBe('2022-12-10T15:59:00.000Z');
    expect(showTime(instantOf('2023-01-01 00:00'))).toBe('2023-01-01 00:00');
  });
  it('says midnight as the day before at 24时', () => {
    expect(showDeadline(deadline)).toBe('2022年12月10日24时');
  });
  it('says a month without its nought', () => {
    expect(showMonth('2023-01')).toBe('2023年1月');
    expect(showMonth('2022-12')).toBe('2022年12月');
  });
  it('says another hour as it is', () => {
    expect(showDeadline('2022-12-10T09:30:00Z')).toBe('2022年12月10日17时30分');
  });
  it.each([
    ['seven days before is still far', -7 * 86400, 'far'],
    ['a second less than seven days is near', -7 * 86400 + 1, 'near'],
    ['less than a day is the last', -86400 + 1, 'last'],
    ['a second before is not over', -1, 'last'],
    ['the instant itself is over', 0, 'over'],
  ])('%s', (_, seconds, urgency) => {
    expect(timeLeft(deadline, Date.parse(deadline) + seconds * 1000).urgency).toBe(urgency);
  });
});
