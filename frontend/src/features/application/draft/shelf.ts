/** One piece typed but not yet with the server, with what it was begun from. */
export interface Shelved {
  piece: string;
  version: number;
  base: unknown;
  body: unknown;
}

export interface Shelf {
  at: number;
  pieces: Shelved[];
}

const place = (account: string, application: string) => `xianjie.draft.${account}.${application}`;

/** Keeps on this PC what the server does not have; nothing left to keep takes the record away. A full or forbidden store keeps nothing, the page goes on. */
export function shelve(account: string, application: string, pieces: Shelved[], at: number) {
  try {
    if (pieces.length === 0) localStorage.removeItem(place(account, application));
    else localStorage.setItem(place(account, application), JSON.stringify({ at, pieces }));
  } catch {
    // Nothing to be done: the page itself still holds the content.
  }
}

export function shelved(account: string, application: string): Shelf | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(account, application)) ?? 'null');
    return isShelf(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isShelf(found: unknown): found is Shelf {
  if (typeof found !== 'object' || found === null || !('at' in found && 'pieces' in found)) return false;
  return typeof found.at === 'number' && Array.isArray(found.pieces);
}
