import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { openBrowser, type Screen } from './browser';
import { Desk } from './desk';
import { discard, fill, type Template } from './template';
import { World } from './world';

/** A world with people at desks: what a journey plays in. */
export class Office {
  desks: Desk[] = [];

  constructor(
    readonly world: World,
    readonly browser: Browser,
  ) {}

  /** A desk nobody has signed in at. */
  async visitor(screen?: Screen): Promise<Desk> {
    const desk = await Desk.open(this.browser, this.world, screen);
    this.desks.push(desk);
    return desk;
  }

  /** Everybody goes home: the next step begins at fresh desks. */
  async clear(): Promise<void> {
    const leaving = this.desks;
    this.desks = [];
    await Promise.all(leaving.map((d) => d.leave()));
  }

  /** A desk of somebody signed in already. */
  async desk(login: string, screen?: Screen): Promise<Desk> {
    return (await this.visitor(screen)).seat(login);
  }
}

const pictures = resolve(import.meta.dirname, '../../dist/e2e');

/**
 * Opens an office for a journey and closes it afterwards: over the demonstration as it is, or over its story until an instant. A fault
 * at any desk fails the step it happened in.
 */
export function office(until?: string): () => Office {
  let opened: Office | undefined;
  let own: Template | undefined;
  const now = () => {
    if (!opened) throw new Error('the office is not open yet');
    return opened;
  };
  beforeAll(async () => {
    own = until ? await fill(inject('kind'), until) : undefined;
    opened = new Office(await World.open(own ?? inject('template')), await openBrowser());
  });
  afterEach(async ({ task }) => {
    const faults = now().desks.flatMap((d) => d.faults.splice(0));
    if (task.result?.state === 'fail' || faults.length > 0) await keepPictures(now(), task.name);
    await now().clear();
    if (faults.length > 0) throw new Error(`at a desk:\n${faults.join('\n')}`);
  });
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.world.close();
    if (own) await discard(own);
  });
  return now;
}

/** What every desk showed when a step failed. */
async function keepPictures(o: Office, step: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const [i, desk] of o.desks.entries()) {
    if (desk.page.isClosed()) continue;
    const name = `${inject('template').kind} ${step} ${i}.png`.replaceAll(/[/\s]+/g, '-');
    await desk.page.screenshot({ path: resolve(pictures, name) });
  }
}
