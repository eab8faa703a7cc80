import type { Json } from '@/lib/json';

/** Something the API sends or takes as plain JSON, to be compared place by place. */
export function asJson(body: unknown): Json {
  return body as Json;
}

/** Back again: what was put together from two versions of a thing is such a thing. */
export function asLike<T>(_like: T, json: Json): T {
  return json as T;
}
