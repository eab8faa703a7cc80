import type { ApplicationRow, Shape } from '@/api/types';

/** One line of the 推荐名单: its rank, and what keeps it there once the bureau has signed. */
export interface Place {
  application: ApplicationRow;
  rank: number;
  /** A rank signed for is the server's: only 撤销推荐 undoes it. */
  held: 'RECOMMENDED' | 'SIGNED' | undefined;
}

/**
 * The city's list in the order of its ranks: what was signed for keeps its rank, what is still under review takes the ranks left in the
 * order somebody chose, and the rest of it as the server lists it.
 */
export function placesOf(
  applications: readonly ApplicationRow[],
  signatures: readonly Shape<'Signature'>[][],
  order: readonly string[],
): Place[] {
  const held: Place[] = [];
  const open: ApplicationRow[] = [];
  for (const [i, application] of applications.entries()) {
    const signed = signatures[i]?.find((s) => s.action === 'shortlist' && s.voidedAt === null && s.rank > 0);
    if (application.rank > 0) held.push({ application, rank: application.rank, held: 'RECOMMENDED' });
    else if (application.state === 'CITY_REVIEW' && signed)
      held.push({ application, rank: signed.rank, held: 'SIGNED' });
    else if (application.state === 'CITY_REVIEW') open.push(application);
  }
  const at = (a: ApplicationRow) => (order.includes(a.id) ? order.indexOf(a.id) : order.length);
  open.sort((a, b) => at(a) - at(b));
  const taken = new Set(held.map((p) => p.rank));
  let rank = 0;
  const free = open.map((application): Place => {
    do rank++;
    while (taken.has(rank));
    return { application, rank, held: undefined };
  });
  return [...held, ...free].sort((a, b) => a.rank - b.rank);
}

/** The order of what may still be moved, with one of it a place up (-1) or down (1); the same where there is no such place. */
export function moved(places: readonly Place[], id: string, by: -1 | 1): string[] {
  const ids = places.filter((p) => !p.held).map((p) => p.application.id);
  const from = ids.indexOf(id);
  const other = ids[from + by];
  if (from < 0 || other === undefined) return ids;
  return ids.map((one, i) => (i === from ? other : i === from + by ? id : one));
}
