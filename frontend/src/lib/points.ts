/** Points are whole hundredths, as in the server: sums of halves never drift. */
export type Points = number;

/** A JSON number of points, exactly; the API gives at most two decimals. */
export function pointsOf(n: number): Points {
  return Math.round(n * 100);
}

/** What the API reads: 8.5. */
export function plainPoints(p: Points): number {
  return p / 100;
}

/** Points as people write them: 8、8.5、85.67. */
export function showPoints(p: Points): string {
  return String(p / 100);
}

/** With two decimals, for means and composites that stand in a column; a dash for none. */
export function fixedPoints(n: number | null | undefined): string {
  return n === null || n === undefined ? '—' : n.toFixed(2);
}

/** Typed points; null for what is no number or has more than two decimals. Full-width figures are taken for what they mean. */
export function readPoints(text: string): Points | null {
  const half = text
    .trim()
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.');
  return /^\d{1,3}(\.\d{0,2})?$/.test(half) ? Math.round(Number(half) * 100) : null;
}
