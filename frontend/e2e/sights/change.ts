import type { Page } from 'playwright-core';
import { applicationOf, type Clerk, got } from '../clerk';

/** The change of 栖霞市's award, proposed now where there is none: a project longer by a month. */
export async function aChange(c: Clerk): Promise<string> {
  const { id } = await applicationOf(c, '370686', '-02');
  const path = { id };
  const { items } = await got(c.GET('/applications/{id}/plan-changes', { params: { path } }));
  const change =
    items[0] ??
    (await got(
      c.POST('/applications/{id}/plan-changes', {
        params: { path },
        body: {
          baseVersion: 1,
          reason: '汛期施工受阻，完工日期顺延',
          projects: [{ id: 'P02', patch: { endDate: '2024-04-28' } }],
        },
      }),
    ));
  return `/applications/${id}/changes/${change.id}`;
}

/** Raises one source of the plan alone, so that it no longer adds up with the projects. */
export async function unbalanced(page: Page): Promise<void> {
  await page.getByLabel('为什么变更').fill('社会资本追加投入');
  await page.getByRole('textbox', { name: '社会资本（万元）', exact: true }).fill('978.5');
  await page.getByText('按现在的情形办不下去').waitFor();
}
