const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function fields(at: number) {
  const found: Record<string, string> = {};
  for (const p of parts.formatToParts(at)) found[p.type] = p.value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = found;
  return { year, month, day, hour, minute, second };
}

/** An instant as offices write it, Beijing time: 2022-12-10 14:32. */
export function showTime(at: string | null | undefined): string {
  if (!at) return '—';
  const f = fields(Date.parse(at));
  return `${f.year}-${f.month}-${f.day} ${f.hour}:${f.minute}`;
}

/** An instant to the second, where the order of acts matters: 2022-12-10 14:32:05. */
export function showSecond(at: string): string {
  const { second } = fields(Date.parse(at));
  return `${showTime(at)}:${second}`;
}

/** The instant of a time as offices write it, 2022-12-10 14:32, whatever zone this PC is set to. */
export function instantOf(shown: string): string {
  return new Date(`${shown.replace(' ', 'T')}:00+08:00`).toISOString();
}

/** The clock alone, for what just happened: 14:32. */
export function showClock(at: number): string {
  const f = fields(at);
  return `${f.hour}:${f.minute}`;
}

/** A deadline. The window ends before the instant, so midnight is said as the day before's 24时: 12月10日24时. */
export function showDeadline(at: string): string {
  const end = Date.parse(at);
  const f = fields(end);
  if (f.hour === '00' && f.minute === '00' && f.second === '00') {
    const day = fields(end - 1);
    return `${day.year}年${Number(day.month)}月${Number(day.day)}日24时`;
  }
  return `${f.year}年${Number(f.month)}月${Number(f.day)}日${f.hour}时${f.minute}分`;
}

/** A date of the API, YYYY-MM-DD, in official Chinese. */
export function showDate(day: string | null | undefined): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '');
  return m ? `${m[1]}年${Number(m[2])}月${Number(m[3])}日` : '—';
}

/** A month of the API, YYYY-MM, in official Chinese. */
export function showMonth(month: string): string {
  const [year, of] = month.split('-');
  return `${year}年${Number(of)}月`;
}

export type Urgency = 'far' | 'near' | 'last' | 'over';

/** How long is left, in words, and how pressing it is: over 7 days grey, within 7 days amber, within 24 hours red. */
export function timeLeft(deadline: string, now: number): { words: string; urgency: Urgency } {
  const minutes = Math.floor((Date.parse(deadline) - now) / 60_000);
  if (Date.parse(deadline) <= now) return { words: '已过时限', urgency: 'over' };
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days >= 7) return { words: `还有 ${days} 天`, urgency: 'far' };
  if (days >= 1) return { words: `还有 ${days} 天 ${hours} 小时`, urgency: 'near' };
  return { words: hours > 0 ? `还有 ${hours} 小时 ${minutes % 60} 分` : `还有 ${minutes} 分钟`, urgency: 'last' };
}
