import type { Locator, Page } from 'playwright-core';

/** Where two versions of a thing stand side by side. */
export function bothOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name: `${name}两个版本` });
}

/** The differences shown: place, mine, theirs, and what is chosen so far. */
export async function differences(both: Locator): Promise<string[][]> {
  await both.waitFor();
  const rows = await both.getByRole('table').locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => {
      const words = await row.getByRole('cell').allTextContents();
      const [mine, theirs] = await Promise.all(
        ['您填的', '他人的'].map((name) => row.getByRole('radio', { name }).isChecked()),
      );
      return [...words.slice(0, 3), mine ? 'mine' : theirs ? 'theirs' : 'asked'];
    }),
  );
}

export async function pick(both: Locator, place: string, side: '您填的' | '他人的'): Promise<void> {
  await both
    .getByRole('radiogroup', { name: `${place}选用哪一个` })
    .getByRole('radio', { name: side })
    .check();
}
