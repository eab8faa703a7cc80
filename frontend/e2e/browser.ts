import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The two screens of offices: a PC of some years and a new one. */
export const screens = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** What experts hold at a defence and inspectors on the spot, upright. */
export const tablet = { width: 820, height: 1180, touch: true };

export interface Screen {
  width: number;
  height: number;
  /** Worked with fingers. */
  touch?: boolean;
}

/** A name as offices give their servers; the browser finds it on this machine. */
export const intranet = 'xianjie.lan';

/** Starts the Chromium of this machine, or an error where there is none. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      `--host-resolver-rules=MAP ${intranet} 127.0.0.1`,
      '--lang=zh-CN',
      '--font-render-hinting=none',
      ...(asRoot ? ['--no-sandbox'] : []),
      ...more,
    ],
  });
}

function chromiumPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  throw new Error('no browser: install chromium (scripts/need.sh chromium)');
}
