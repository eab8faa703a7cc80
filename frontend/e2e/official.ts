import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { filesIn } from './zip';

/** A file the system wrote: under the name people find it by. */
export interface Official {
  name: string;
  path: string;
}

/** Clicks what hands out a file, and waits until it has arrived. */
export async function take(page: Page, label: string, within: Page | Locator = page): Promise<Official> {
  const button = within.getByRole('button').filter({ has: page.getByText(label, { exact: true }) });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Takes a file and gives all its text. */
export async function read(page: Page, label: string, within?: Page | Locator): Promise<string> {
  const { name, path } = await take(page, label, within);
  const bytes = readFileSync(path);
  return name.endsWith('.pdf') ? printed(bytes) : written(bytes);
}

/** The text of a page as it comes from the printer. */
export async function onPaper(page: Page): Promise<string> {
  return printed(await page.pdf());
}

function printed(pdf: Buffer): string {
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('this is no PDF');
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });
  // A form feed ends each page.
  if (!text.includes('\f')) throw new Error('this PDF has no page');
  return unset(text);
}

function written(archive: Buffer): string {
  const parts = [...filesIn(archive)].filter(([name]) => /^(word|xl)\/.*\.xml$/.test(name));
  return unset(parts.map(([, xml]) => xml.toString('utf8').replaceAll(/<[^>]*>/g, '')).join('\n'));
}

/** Without the spaces and ends of lines that setting a text makes. */
const unset = (text: string) => text.replaceAll(/\s+/g, '');
