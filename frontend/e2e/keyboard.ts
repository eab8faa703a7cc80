import type { Locator, Page } from 'playwright-core';

// More stops than any page has before what is looked for; a page that needs more is not for the keyboard.
const most = 80;

/** Goes on with Tab until something has the focus, as those do who use no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} times Tab do not lead to ${target}`);
}

/** Tab to something and Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
