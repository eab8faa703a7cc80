import { expect, it } from 'vitest';
import { contentOf } from './book';
import { keptDraft } from './draft.fixture';
import { Past } from './past';

const content = (name: string) => contentOf(keptDraft({ id: 'P01', name }));
const [a, b, c] = [content('甲'), content('乙'), content('丙')];

it('takes typing on in one field back as one step', () => {
  const past = new Past();
  past.keep(a, 'plan.title', 0);
  past.keep(b, 'plan.title', 2_000);
  expect(past.back()).toBe(a);
  expect(past.isEmpty).toBe(true);
});

it.each([
  ['a pause', 'plan.title', 2_001],
  ['another field', 'plan.startDate', 1],
  ['what names no field', '', 1],
])('begins a new step after %s', (_what, tag, now) => {
  const past = new Past();
  past.keep(a, 'plan.title', 0);
  past.keep(b, tag, now);
  expect([past.back(), past.back()]).toEqual([b, a]);
});

it('begins a new step after going back, though the field is the same', () => {
  const past = new Past();
  past.keep(a, 'plan.title', 0);
  past.back();
  past.keep(a, 'plan.title', 1);
  expect(past.isEmpty).toBe(false);
});

it('keeps a hundred steps', () => {
  const past = new Past();
  past.keep(a, '', 0);
  past.keep(b, '', 0);
  for (let n = 0; n < 99; n++) past.keep(c, '', 0);
  const back = [];
  while (!past.isEmpty) back.push(past.back());
  expect(back).toHaveLength(100);
  expect(back.at(-1)).toBe(b);
});
