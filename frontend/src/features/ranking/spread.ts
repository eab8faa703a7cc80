import type { Shape } from '@/api/types';

type Mark = Pick<Shape<'GivenMark'>, 'total' | 'fate'>;

/** How far apart the experts are, of all who gave a mark that could count: highest less lowest, and the deviation from their mean. */
export function spreadOf(marks: Mark[]): { range: number; deviation: number } | null {
  const given = marks.filter((m) => m.fate !== 'RECUSED').map((m) => m.total);
  if (given.length < 2) return null;
  const mean = given.reduce((sum, t) => sum + t, 0) / given.length;
  const squares = given.reduce((sum, t) => sum + (t - mean) ** 2, 0);
  return { range: Math.max(...given) - Math.min(...given), deviation: Math.sqrt(squares / given.length) };
}

interface Reach {
  low: number;
  high: number;
}

/** Where a range and a point in it lie on a common scale, in percent; the scale spans all ranges with a little air. */
export function scaleOf(all: Reach[]): (at: number) => number {
  const from = Math.min(...all.map((r) => r.low));
  const to = Math.max(...all.map((r) => r.high));
  const air = Math.max(to - from, 1) * 0.05;
  return (at) => ((at - from + air) * 100) / (to - from + 2 * air || 1);
}
