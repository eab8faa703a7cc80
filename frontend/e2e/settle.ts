import type { Page } from 'playwright-core';

/** Waits until a page shows what it has: its heading, no request under way, nothing marked as loading, its fonts. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** How far the page is wider than its window; nothing but tables that scroll by themselves may be. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * What stands out of its table cell over the next one: the words, and by how much. What a cell cuts off with dots or scrolls is meant.
 */
export function spills(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = (of: Element, cell: Element): boolean => {
      for (let e: Element | null = of; e; e = e === cell ? null : e.parentElement) {
        if (getComputedStyle(e).overflowX !== 'visible') return true;
      }
      return false;
    };
    const found: string[] = [];
    for (const cell of document.querySelectorAll('td, th')) {
      const edge = cell.getBoundingClientRect();
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const over = Math.max(0, ...Array.from(range.getClientRects(), (r) => Math.round(r.right - edge.right)));
        if (over > 0 && text.parentElement && !cut(text.parentElement, cell)) found.push(`${text.nodeValue} +${over}`);
      }
    }
    return found;
  });
}
