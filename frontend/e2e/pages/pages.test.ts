import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessible } from '../axe';
import { openBrowser } from '../browser';
import { Desk } from '../desk';
import { fillings, openFilled } from '../fillings';
import { overhang, spills } from '../settle';
import { sights } from '../sights';
import { visit } from '../visit';
import type { World } from '../world';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(fillings)('every page of the world %s stands without fault, overflow or barrier', (filling) => {
  let world: World;
  beforeAll(async () => {
    world = await openFilled(inject('template'), filling);
  });
  afterAll(() => world.close());

  it.each(sights.filter((s) => (s.filling ?? 'demo') === filling))('$name', async (sight) => {
    const desk = await Desk.open(browser, world, sight.screen);
    await visit(desk, sight);
    expect(await overhang(desk.page), 'the page is wider than its window by').toBe(0);
    expect(await spills(desk.page), 'standing out of their table cells').toEqual([]);
    await accessible(desk.page, sight.screen && [sight.screen]);
    expect(desk.faults).toEqual([]);
    await desk.leave();
  });
});
