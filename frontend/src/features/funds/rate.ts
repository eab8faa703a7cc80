import { type Fen, fenOf } from '@/lib/money';

/** A share in per cent with two decimals, cut, never rounded up; '' where there is nothing to be a share of. */
export function rate(part: Fen, whole: Fen): string {
  if (whole === 0n) return '';
  const hundredths = (part * 10_000n) / whole;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`;
}

/** The same of the API's 万元. */
export function rateOf(part: number, whole: number): string {
  return rate(fenOf(part) ?? 0n, fenOf(whole) ?? 0n);
}

/** For the length of a bar: 0 to 100. */
export function lengthOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.max(0, Math.floor((part / whole) * 100))) : 0;
}
