/** Any JSON value: a policy pack is kept as it came, and changed by paths. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(v: Json | undefined): v is JsonObject {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}

/** The value at a path like params.quota.perCounty; undefined where there is none. */
export function at(root: Json, path: string): Json | undefined {
  let v: Json | undefined = root;
  for (const key of path.split('.')) v = isObject(v) ? v[key] : undefined;
  return v;
}

/** A copy of root with the value at the path replaced; objects on the way are made. */
export function put(root: JsonObject, path: string, value: Json): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const below = root[key];
  return { ...root, [key]: rest.length === 0 ? value : put(isObject(below) ? below : {}, rest.join('.'), value) };
}

export function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What turns `from` into `to`, as RFC 7386 writes it: only what differs, null for what is gone, lists whole. */
export function mergePatch(from: JsonObject, to: JsonObject): JsonObject {
  const patch: JsonObject = {};
  for (const key of Object.keys(from)) if (!(key in to)) patch[key] = null;
  for (const [key, value] of Object.entries(to)) {
    const before = from[key];
    if (isObject(before) && isObject(value)) {
      const inner = mergePatch(before, value);
      if (Object.keys(inner).length > 0) patch[key] = inner;
    } else if (!same(before, value)) patch[key] = value;
  }
  return patch;
}
