import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { openBrowser, screens } from '../browser';
import { Desk } from '../desk';
import { fillings, openFilled } from '../fillings';
import { sights } from '../sights';
import { visit } from '../visit';
import type { World } from '../world';
import { contactSheet } from './sheet';

const folder = resolve(import.meta.dirname, '../../../dist/shots');
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
    world = await openFilled(inject('template'), filling);
  });
  afterAll(() => world.close());

  it.each(sights.filter((s) => (s.filling ?? 'demo') === filling))('$name', async (sight) => {
    for (const screen of sight.screen ? [sight.screen] : screens) {
      const desk = await Desk.open(browser, world, screen);
      await visit(desk, sight);
      await desk.page.screenshot({ path: resolve(folder, `${sight.name}-${screen.width}.png`), fullPage: true });
      await desk.leave();
    }
  });
});
