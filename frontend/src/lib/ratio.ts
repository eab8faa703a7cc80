import { type Fen, fenOf } from './money';

/** A share in percent, cut off and never rounded up: 49.9999% must not read as 50%. */
export function showShare(part: number, whole: number, places = 2): string {
  const [p, w] = [fenOf(part), fenOf(whole)];
  if (p === null || w === null || w <= 0n) return '—';
  return cut(p, w, places);
}

function cut(part: Fen, whole: Fen, places: number): string {
  const scaled = String((part * 100n * 10n ** BigInt(places)) / whole).padStart(places + 1, '0');
  return `${scaled.slice(0, -places)}.${scaled.slice(-places)}%`;
}
