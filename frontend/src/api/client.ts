import createClient, { type Middleware } from 'openapi-fetch';
import { type Problem, Refusal } from './problem';
import type { paths } from './schema';

/** Called on each 401 outside signing in: the frame asks for the password again, the page stays as it is. */
let sessionLost: () => void = () => {};
export function onSessionLost(then: () => void) {
  sessionLost = then;
}

const signing = /\/session$/;

const watch: Middleware = {
  onResponse({ request, response }) {
    if (response.status === 401 && !(signing.test(new URL(request.url).pathname) && request.method === 'POST'))
      sessionLost();
    return undefined;
  },
  onError() {
    return new Refusal(0, undefined);
  },
};

export const api = createClient<paths>({
  baseUrl: '/api/v1',
  credentials: 'same-origin',
  // Several values of one filter go as a=1,2, as the contract says; of a=1&a=2 the server takes the first.
  querySerializer: { array: { style: 'form', explode: false } },
});
api.use(watch);

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body, or a Refusal thrown. */
export async function take<T>(reply: Promise<Reply<T>>): Promise<T> {
  return (await takeTagged(reply)).body;
}

/** The answer's body with the version to send as If-Match next time, quoted as it came. */
export async function takeTagged<T>(reply: Promise<Reply<T>>): Promise<{ body: T; tag: string }> {
  const { data, error, response } = await reply;
  if (!response.ok) throw new Refusal(response.status, isProblem(error) ? error : undefined);
  return { body: data as T, tag: response.headers.get('ETag') ?? '' };
}

function isProblem(e: unknown): e is Problem {
  return typeof e === 'object' && e !== null && 'detail' in e;
}

/** A key made by the caller, so that sending a command again does it once. Works without https, where randomUUID is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** A version as If-Match wants it. */
export function tagOf(version: number): string {
  return `"${version}"`;
}
