import type { Browser } from 'playwright-core';
import { intranet, screens } from './browser';
import { Desk } from './desk';
import { settle } from './settle';
import { loginOf, pathOf, type Sight } from './sights';
import type { World } from './world';

/**
 * Bytes a page may take from the wire with nothing in the cache, by kind of page: what a release needs, what we are after. Heavy is a
 * page with charts or a document to be read.
 */
export const budgets = {
  signIn: { first: 300_000, aim: 200_000 },
  work: { first: 400_000, aim: 300_000 },
  heavy: { first: 600_000, aim: 450_000 },
} as const;

// The document a page shows and the worker that draws it come after the page and have their own size.
const beside = /\/attachments\/|pdf\.worker/;

/** Opens a page with an empty cache and gives the bytes of all it loads, as they go over the wire. */
export async function weigh(browser: Browser, world: World, sight: Sight, by: 'https' | 'intranet'): Promise<number> {
  const desk = await Desk.open(browser, world, screens[0]);
  const login = await loginOf(sight, world);
  if (login) await desk.seat(login);
  const url = new URL(await pathOf(sight, world), world.url);
  // Chromium takes brotli from this machine, as from https, but only gzip from a plain http name.
  if (by === 'intranet') {
    url.hostname = intranet;
    const cookies = await desk.context.cookies();
    await desk.context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: url.origin })));
  }
  const bytes = await loaded(desk, url.href);
  await desk.leave();
  return bytes;
}

async function loaded(desk: Desk, url: string): Promise<number> {
  const session = await desk.context.newCDPSession(desk.page);
  await session.send('Network.enable');
  const counted = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', (e) => {
    if (!beside.test(e.response.url) && !e.response.url.startsWith('blob:')) counted.add(e.requestId);
  });
  session.on('Network.loadingFinished', (e) => {
    if (counted.has(e.requestId)) bytes += e.encodedDataLength;
  });
  await desk.page.goto(url);
  await settle(desk.page);
  return bytes;
}
