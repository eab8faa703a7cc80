import type { KeptDraft } from '@/api/draft';
import { type Content, contentPiece, equal, keptPiece, pieceOf, withPiece, workOf } from './book';
import type { Shelved } from './shelf';
import type { Troubles } from './trouble';

/** What is typed and not yet with the server, as this PC keeps it. The order alone is not kept. */
export function leftover(content: Content, kept: KeptDraft): Shelved[] {
  const pieces = workOf(content, kept).filter((w) => w.kind !== 'order');
  return pieces.map((w) => {
    const has = keptPiece(kept, pieceOf(w));
    const body = w.kind === 'remove' ? null : contentPiece(content, pieceOf(w));
    return { piece: pieceOf(w), version: has?.version ?? 0, base: has?.body ?? null, body };
  });
}

interface Held {
  content: Content;
  trouble: Troubles;
}

/** What an earlier visit left, put into what is held: beside what the server has where that is newer by now. */
export function takenUp(pieces: readonly Shelved[], held: Held, kept: KeptDraft): Held {
  let { content } = held;
  const trouble = new Map(held.trouble);
  for (const p of pieces) {
    const now = keptPiece(kept, p.piece);
    content = withPiece(content, p.piece, p.body);
    if ((now?.version ?? 0) !== p.version && !equal(p.body, now?.body))
      trouble.set(p.piece, { kind: 'conflict', base: p.base, mine: p.body ?? undefined, theirs: now?.body });
  }
  return { content, trouble };
}
