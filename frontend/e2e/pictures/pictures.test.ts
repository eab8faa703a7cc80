import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, screens } from '../browser';
import { Desk } from '../desk';
import { makeBare, makeFull } from '../full';
import { overhang, settle } from '../settle';
import { type Filling, pathOf, type Sight, sights } from '../sights';
import { World } from '../world';
import { contactSheet } from './sheet';

const folder = resolve(import.meta.dirname, '../../../dist/shots');
const fillings: Filling[] = ['demo', 'full', 'bare'];
let browser: Browser;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  contactSheet(folder);
});

describe.each(fillings)('in the world %s', (filling) => {
  let world: World;

  beforeAll(async () => {
    world = await World.open(inject('template'));
    if (filling === 'full') await makeFull(world);
    if (filling === 'bare') await makeBare(world);
  });
  afterAll(() => world.close());

  it.each(sights.filter((s) => (s.filling ?? 'demo') === filling))('$name', async (sight) => {
    for (const screen of screens) {
      const desk = await Desk.open(browser, world, screen);
      await take(desk, sight, `${sight.name}-${screen.width}`);
      await desk.leave();
    }
  });
});

async function take(desk: Desk, sight: Sight, name: string): Promise<void> {
  const { page } = desk;
  if (sight.login) await desk.seat(sight.login);
  await page.goto(await pathOf(sight, desk.world));
  await settle(page);
  if (sight.reach) {
    await sight.reach(page);
    await settle(page);
  }
  await page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: true });
  expect(await overhang(page), 'the page is wider than its window by').toBe(0);
  expect(desk.faults).toEqual([]);
}
