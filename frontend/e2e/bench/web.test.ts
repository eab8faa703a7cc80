import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../browser';
import { Desk } from '../desk';
import { loginOf, pathOf, sights } from '../sights';
import { budgets, weigh } from '../weight';
import { World } from '../world';
import { judge } from './judge';
import { freePort } from './port';
import { type Figure, record, table } from './table';

const figures: Figure[] = [];
let world: World;
let browser: Browser;
let port: number;

beforeAll(async () => {
  world = await World.open(inject('template'));
  port = await freePort();
  browser = await openBrowser([`--remote-debugging-port=${port}`]);
});

afterAll(async () => {
  console.log(table(figures));
  await browser.close();
  await world.close();
});

describe('S13: page weight on the wire', () => {
  it.each(sights.filter((s) => s.weight))('$name', async (sight) => {
    const { first, aim } = budgets[sight.weight ?? 'work'];
    const kilo = (bytes: number) => Math.round(bytes / 1000);
    const zipped = kilo(await weigh(browser, world, sight, 'intranet'));
    const brotli = kilo(await weigh(browser, world, sight, 'https'));
    const of = { unit: 'KB', first: kilo(first), aim: kilo(aim) };
    figures.push({ figure: 'S13 gz', page: sight.name, measured: zipped, ...of });
    record(figures, { figure: 'S13 br', page: sight.name, measured: brotli, ...of });
  });
});

describe('Lighthouse', () => {
  it.each(sights.filter((s) => s.judged))('$name', async (sight) => {
    const desk = await Desk.open(browser, world);
    const login = await loginOf(sight, world);
    if (login) await desk.seat(login);
    const cookie = (await desk.context.cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
    const verdict = await judge(`${world.url}${await pathOf(sight, world)}`, port, cookie);
    await desk.leave();
    const of = { page: sight.name, unit: '', more: true };
    figures.push({ figure: 'Lighthouse accessibility', measured: verdict.accessibility, first: 100, aim: 100, ...of });
    record(figures, { figure: 'Lighthouse performance', measured: verdict.performance, first: 95, aim: 100, ...of });
    expect(verdict.complaints).toEqual([]);
    expect(verdict.accessibility).toBe(100);
  });
});
