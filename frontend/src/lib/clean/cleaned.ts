/** What a typed or pasted text means. A note says what was made of it when that is not plain to see; wrong says what to write instead. */
export type Cleaned = { ok: true; value: string; note?: string } | { ok: false; wrong: string };

export const good = (value: string, note?: string): Cleaned =>
  note === undefined ? { ok: true, value } : { ok: true, value, note };

export const bad = (wrong: string): Cleaned => ({ ok: false, wrong });
