import { showDate, showDeadline } from '@/lib/time';

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day of an instant in Beijing, in official Chinese; the end of a window is its last day, not the midnight after it. */
export function dayOf(at: string, end = false): string {
  return showDate(beijing.format(Date.parse(at) - (end ? 1 : 0)));
}

/** 公示期, both days included; before it is opened there is none. */
export function periodOf(n: { opensAt: string | null; closesAt: string | null }): string {
  if (!n.opensAt || !n.closesAt) return '未发布';
  return `${dayOf(n.opensAt)}至${dayOf(n.closesAt, true)}`;
}

/** How many calendar days a window opened now would hold, the last included. */
export function daysUntil(now: number, end: string): number {
  const first = Date.parse(beijing.format(now));
  const last = Date.parse(beijing.format(Date.parse(end) - 1));
  return Math.round((last - first) / 86_400_000) + 1;
}

/** What publishing does, with the window it opens. */
export function opening(now: number, end: string, entries: number): string {
  return `发布后立即向社会公开，名单（${entries} 个）和正文不再改动。公示期自今天起至${showDeadline(end)}，共 ${daysUntil(now, end)} 天，其间任何人可以提出异议；期满且异议全部答复后，方可办理立项。`;
}
