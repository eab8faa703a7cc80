import type { Shape } from '@/api/types';
import { type Fen, fenOf } from '@/lib/money';

/** How one city stands: what warns there, how many of its zones lag behind 序时, what they should have spent by now. */
export interface Standing {
  warned: number;
  lagging: number;
  want: Fen;
}

/** The code the server gives the warning about 序时进度. */
const lag = 'PROGRESS';

export function byCity(of: Shape<'FundAlerts'> | undefined): Map<string, Standing> {
  const cities = new Map<string, Standing>();
  const at = (code: string) => {
    const known = cities.get(code) ?? { warned: 0, lagging: 0, want: 0n };
    cities.set(code, known);
    return known;
  };
  for (const a of of?.items ?? []) {
    const city = at(a.cityCode);
    city.warned += 1;
    if (a.code === lag) city.lagging += 1;
  }
  for (const p of of?.paces ?? []) at(p.cityCode).want += fenOf(p.want) ?? 0n;
  return cities;
}

/** How many warnings lie at or below a row of the summary. */
export function warningsOf(node: Shape<'FundNode'>, all: Shape<'FundAlert'>[]): number {
  switch (node.depth) {
    case 'province':
      return all.length;
    case 'city':
      return all.filter((a) => a.cityCode === node.code).length;
    case 'county':
      return all.filter((a) => a.countyCode === node.code).length;
    case 'zone':
      return all.filter((a) => a.applicationId === node.applicationId).length;
    default:
      return 0;
  }
}

/** The limits in words, each once however many batches share it. */
export function limitTexts(limits: Shape<'FundLimit'>[]): string[] {
  return [
    ...new Set(
      limits.map((l) => (l.code === lag ? `${l.name}（允许滞后 ${l.share}）` : `${l.name}（应达 ${l.share}）`)),
    ),
  ];
}

/** The shares of what came that must be spent by some milestone, in per cent: those that lie within a bar. */
export function marksOf(limits: Shape<'FundLimit'>[]): number[] {
  const shares = limits
    .filter((l) => l.code !== lag && l.layer === 'SPENT' && l.of === 'ALLOCATED' && l.source === '')
    .map((l) => Number.parseFloat(l.share));
  return [...new Set(shares)].filter((s) => s > 0 && s < 100).sort((a, b) => a - b);
}
