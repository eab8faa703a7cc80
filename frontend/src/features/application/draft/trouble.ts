import { pieceOf, type Work } from './book';

/** Why a piece is not saved: the server refuses its content, or somebody else changed it first. */
export type Trouble =
  | { kind: 'refused'; error: unknown; body: string }
  | { kind: 'conflict'; base: unknown; mine: unknown; theirs: unknown };

/** By piece. */
export type Troubles = ReadonlyMap<string, Trouble>;

/** What can be sent: not what waits for the person to decide. */
export function sendable(work: readonly Work[], troubles: Troubles): Work[] {
  return work.filter((w) => {
    const trouble = troubles.get(pieceOf(w));
    return !trouble || (trouble.kind === 'refused' && trouble.body !== JSON.stringify(w));
  });
}

/** A trouble whose piece needs no saving any more is over. */
export function lasting(troubles: Troubles, work: readonly Work[]): Troubles {
  const left = new Set(work.map(pieceOf));
  return new Map([...troubles].filter(([piece]) => left.has(piece)));
}
