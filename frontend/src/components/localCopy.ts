/** What is typed and not yet with the server, with the version it was begun from and what that said. */
export interface LocalCopy<T> {
  value: T;
  version: number;
  base: T;
}

/** Keeps a copy on this PC. A full or forbidden store keeps nothing: the page itself still holds what was typed. */
export function keep<T>(key: string, copy: LocalCopy<T>): void {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // An older copy must not come back later as if it were what was typed last.
    unkeep(key);
  }
}

export function unkeep(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A store that may not be touched holds no copy either.
  }
}

/** The copy kept earlier; nothing where there is none, or where what is there cannot be read or has not the fields of `like`. */
export function keptOf<T extends object>(key: string, like: T): LocalCopy<T> | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isCopy(found, like) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isCopy<T extends object>(found: unknown, like: T): found is LocalCopy<T> {
  if (typeof found !== 'object' || found === null) return false;
  if (!('value' in found && 'base' in found && 'version' in found)) return false;
  return typeof found.version === 'number' && isLike(found.value, like) && isLike(found.base, like);
}

function isLike(found: unknown, like: object): boolean {
  if (typeof found !== 'object' || found === null) return false;
  const fields = new Map(Object.entries(found));
  return Object.entries(like).every(([name, value]) => typeof fields.get(name) === typeof value);
}
