import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { type Screen, screens } from './browser';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Targets big enough for every hand are asked for too, as Lighthouse does; axe does not ask by itself.
const options = JSON.stringify({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });

/**
 * Fails on anything serious or critical that axe finds on the page, on either screen or those given; the page keeps the screen it had. What is shown does
 * not depend on the database behind it: it is looked at on SQLite.
 */
export async function accessible(page: Page, on: readonly Screen[] = screens): Promise<void> {
  if (inject('kind') !== 'sqlite') return;
  const before = page.viewportSize();
  const found = new Map<string, number[]>();
  for (const screen of on) {
    await page.setViewportSize({ width: screen.width, height: screen.height });
    for (const line of await violations(page)) found.set(line, [...(found.get(line) ?? []), screen.width]);
  }
  if (before) await page.setViewportSize(before);
  if (found.size === 0) return;
  const lines = [...found].map(([line, widths]) => `${widths.join(', ')}: ${line}`);
  throw new Error(`${new URL(page.url()).pathname} is not accessible:\n${lines.join('\n')}`);
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return results.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) =>
      v.nodes.map((n) => `${v.impact} ${v.id} (${v.help}): ${n.target.join(' ')} ${n.html.slice(0, 160)}`),
    );
}
