import { isObject, type Json, type JsonObject, same } from './json';

/** One place where two versions of a piece differ, with what both began from. A whole row where one side has none. */
export interface Difference {
  /** Keys joined by dots; a row of a list by its own name in brackets: [P03].startDate. */
  path: string;
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
}

export type Side = 'mine' | 'theirs';

/** Where mine and theirs differ, in the order of the form. */
export function differences(base: Json | undefined, mine: Json, theirs: Json): Difference[] {
  const found: Difference[] = [];
  walk(base, mine, theirs, '', (d) => {
    found.push(d);
    return 'theirs';
  });
  return found;
}

/** Who changed a place since both began: one side alone needs no question. */
export function proposed(d: Difference): Side | undefined {
  if (same(d.base, d.theirs)) return 'mine';
  return same(d.base, d.mine) ? 'theirs' : undefined;
}

/** Both versions in one, each differing place from the side chosen for it. */
export function merged(base: Json | undefined, mine: Json, theirs: Json, choose: (d: Difference) => Side): Json {
  return walk(base, mine, theirs, '', choose) ?? null;
}

type Ask = (d: Difference) => Side;

function walk(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  path: string,
  ask: Ask,
): Json | undefined {
  if (same(mine, theirs)) return theirs;
  if (isObject(mine) && isObject(theirs)) return walkObject(isObject(base) ? base : {}, mine, theirs, path, ask);
  const [ours, others] = [rowsOf(mine), rowsOf(theirs)];
  if (ours && others) return walkRows(rowsOf(base) ?? [], ours, others, path, ask);
  return ask({ path, base, mine, theirs }) === 'mine' ? mine : theirs;
}

function walkObject(base: JsonObject, mine: JsonObject, theirs: JsonObject, path: string, ask: Ask): JsonObject {
  const out: JsonObject = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = walk(base[key], mine[key], theirs[key], path === '' ? key : `${path}.${key}`, ask);
    if (value !== undefined) out[key] = value;
  }
  return out;
}

interface Row {
  name: string;
  body: JsonObject;
}

/** A list whose elements have names of their own; nothing for any other. */
function rowsOf(value: Json | undefined): Row[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  for (const body of value) {
    if (!isObject(body)) return undefined;
    const own = [body.id, body.code, body.name, body.source, body.item, body.project].find(
      (v) => typeof v === 'string' && v !== '',
    );
    const name = [own ?? '', body.integratedItemId ?? ''].filter((v) => v !== '').join(' ');
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    rows.push({ name: times === 1 ? name : `${name}#${times}`, body });
  }
  return rows;
}

/** Theirs gives the order; rows of mine alone follow the row they stood behind. */
function walkRows(base: Row[], mine: Row[], theirs: Row[], path: string, ask: Ask): Json[] {
  const find = (rows: Row[], name: string) => rows.find((r) => r.name === name)?.body;
  const order = theirs.map((r) => r.name);
  mine.forEach((row, i) => {
    if (!order.includes(row.name)) order.splice(order.indexOf(mine[i - 1]?.name ?? '') + 1, 0, row.name);
  });
  const out: Json[] = [];
  for (const name of order) {
    const value = walk(find(base, name), find(mine, name), find(theirs, name), `${path}[${name}]`, ask);
    if (value !== undefined) out.push(value);
  }
  return out;
}
