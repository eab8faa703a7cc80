import type { Page } from 'playwright-core';
import { accessible } from './axe';
import { Form } from './form';

/** For a panel another journey has looked at already. */
export const unlooked = async () => {};

/** Does one matter of the panel 办理 as officials do: chooses it, fills in what it asks, looks once more, confirms. */
export async function act(
  page: Page,
  label: string,
  fill?: (form: Form) => Promise<void>,
  look: (page: Page) => Promise<void> = accessible,
): Promise<void> {
  const panel = page.getByRole('region', { name: '办理', exact: true });
  await panel.waitFor();
  const choice = panel.getByRole('group', { name: '办理事项' }).getByRole('button', { name: label, exact: true });
  const go = panel.getByRole('button', { name: `核对并${label}`, exact: true });
  await choice.or(go).first().waitFor();
  if (await choice.isVisible()) await choice.click();
  await fill?.(new Form(page, panel));
  await look(page);
  await go.click();
  await panel.getByRole('region', { name: `核对：${label}` }).waitFor();
  await look(page);
  await panel.getByRole('button', { name: `确认${label}`, exact: true }).click();
}
