import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../src/api/schema';
import type { World } from './world';

export type Clerk = Client<paths>;

/** Somebody who works through the API, to prepare or look up what a journey needs and is not about. */
export async function clerk(world: World, login: string): Promise<Clerk> {
  const { password } = world.account(login);
  const reply = await fetch(`${world.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!reply.ok) throw new Error(`${login} cannot sign in: ${reply.status} ${await reply.text()}`);
  const cookie = reply.headers.getSetCookie().map((c) => c.split(';')[0]);
  return createClient<paths>({
    baseUrl: `${world.url}/api/v1`,
    headers: { Cookie: cookie.join('; ') },
    querySerializer: { array: { style: 'form', explode: false } },
  });
}

/** The body of an answer, or an error with what the server said. */
export async function got<T>(reply: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await reply;
  if (!response.ok || data === undefined) {
    throw new Error(`${response.status} ${response.url}: ${JSON.stringify(error)}`);
  }
  return data;
}

/** A batch by the ending of its code: -LX collects, -PS is in review, -02 is over. */
export async function batchOf(c: Clerk, ending: string) {
  const { items } = await got(c.GET('/batches'));
  const batch = items.find((b) => b.code.endsWith(ending));
  if (!batch) throw new Error(`no batch …${ending} among ${items.map((b) => b.code).join(', ')}`);
  return batch;
}

/** The application of a county in a batch. */
export async function applicationOf(c: Clerk, county: string, batchEnding: string) {
  const batch = await batchOf(c, batchEnding);
  const rows = await got(c.GET('/applications', { params: { query: { batch: batch.id, county } } }));
  const row = rows.items[0];
  if (!row) throw new Error(`no application of ${county} in ${batch.code}`);
  return row;
}
