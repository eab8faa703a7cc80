import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The two screens of offices: a PC of some years and a new one. */
export const screens = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

export type Screen = (typeof screens)[number];

/** Starts the Chromium of this machine, or an error where there is none. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ['--lang=zh-CN', '--font-render-hinting=none', ...(asRoot ? ['--no-sandbox'] : []), ...more],
  });
}

export function chromiumPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  throw new Error('no browser: install chromium (scripts/need.sh chromium)');
}
