import type { Locator, Page } from 'playwright-core';

/** A form filled in by its labels, as people read them. */
export class Form {
  constructor(
    readonly page: Page,
    readonly within: Locator,
  ) {}

  /** A part of it. */
  in(part: Locator): Form {
    return new Form(this.page, part);
  }

  /** Types into the field of a label; a unit behind the label belongs to it. */
  async text(label: string, value: string | number): Promise<void> {
    await this.field(label).fill(String(value));
  }

  async flag(label: string, value: boolean): Promise<void> {
    const group = this.within.getByRole('radiogroup', { name: label });
    await group.getByRole('radio', { name: value ? '是' : '否', exact: true }).check();
  }

  /** Several names, each closed with Enter. */
  async names(label: string, values: readonly string[]): Promise<void> {
    await this.field(label).focus();
    for (const value of values) {
      await this.page.keyboard.type(value);
      await this.page.keyboard.press('Enter');
    }
  }

  /** Opens a list and takes the entry. */
  async choose(label: string, entry: string | RegExp): Promise<void> {
    await this.field(label).click();
    await this.page.locator('.ant-select-dropdown:visible').getByTitle(entry, { exact: true }).click();
  }

  private field(label: string): Locator {
    return this.within.getByLabel(new RegExp(`^${label}(（.*）)?$`));
  }
}

/** Leaves the field and waits until the page says that what was typed is kept. */
export async function saved(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page
    .getByRole('status')
    .getByText(/已保存 \d/)
    .waitFor();
}

/** Pastes a block into a sheet of the page from its first cell, by the keys, and takes what the preview shows. */
export async function pasteInto(page: Page, sheet: string, block: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.getByRole('textbox', { name: new RegExp(`^${sheet}`) }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+v');
  const preview = page.getByRole('dialog', { name: /^将粘贴/ });
  await preview.getByRole('button', { name: '粘贴', exact: true }).click();
  await preview.waitFor({ state: 'hidden' });
}
