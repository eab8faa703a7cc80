import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Row } from '@/components/ProjectGrid';
import { openBrowser } from '../browser';
import { openSite } from './site';

/** The grid's page, and what a clerk does with it. */
export class Desk {
  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
    private readonly context: BrowserContext,
    private readonly browser: Browser,
    private readonly site: Awaited<ReturnType<typeof openSite>>,
  ) {}

  static async open(args: string[] = []): Promise<Desk> {
    const site = await openSite();
    const browser = await openBrowser(args);
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    return new Desk(page, await context.newCDPSession(page), context, browser, site);
  }

  async close() {
    await this.context.close();
    await this.browser.close();
    await this.site.close();
  }

  async visit(query = ''): Promise<void> {
    await this.page.goto(this.site.url + query);
    await this.page.waitForFunction(() => window.grid?.mounted > 0);
  }

  /** Clicks a cell by its row and column, from 1 and by heading. */
  async click(row: number, title: string, how: { clickCount?: number } = {}): Promise<void> {
    const cell = await this.cell(row, title);
    await cell.scrollIntoViewIfNeeded();
    const box = await cell.boundingBox();
    if (!box) throw new Error(`row ${row}, ${title} is not on the page`);
    // By place: the text field over the active cell takes what is meant for the cell.
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, how);
  }

  async cell(row: number, title: string) {
    const column = await this.page
      .getByRole('columnheader', { name: title, exact: false })
      .first()
      .getAttribute('data-column');
    return this.page
      .locator('tbody tr')
      .nth(row - 1)
      .locator('td')
      .nth(Number(column));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async rows(): Promise<readonly Row[]> {
    return this.page.evaluate(() => window.grid.rows);
  }

  async value(row: number, key: string): Promise<string> {
    return (await this.rows())[row - 1]?.cells[key] ?? '';
  }

  async putOnClipboard(text: string): Promise<void> {
    await this.page.evaluate((t) => navigator.clipboard.writeText(t), text);
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Keeps a picture, for the eyes of whoever asked for it. */
  async show(name: string): Promise<void> {
    if (process.env.GRID_SHOTS) await this.page.screenshot({ path: `${process.env.GRID_SHOTS}/grid-${name}.png` });
  }

  /** What is said to readers of the screen. */
  async said(): Promise<string> {
    return (await this.page.locator('[aria-live=polite]').last().textContent()) ?? '';
  }
}
