import { describe, expect, it } from 'vitest';
import { road } from './stages';

const words = (state: string, used?: string[], from?: string) =>
  road(state, used, from)
    .filter((s) => s.mark !== 'ahead')
    .map((s) => `${s.name}:${s.mark}`)
    .join(' ');

describe('road', () => {
  it.each([
    ['a draft is being filled in', 'DRAFT', '填报:now'],
    ['a returned one is back at the county', 'RETURNED_BY_CITY', '填报:back'],
    ['a submitted one passed the county', 'SUBMITTED', '填报:done 县审:done 市荐:now'],
    ['one the city did not choose ended there', 'NOT_SHORTLISTED', '填报:done 县审:done 市荐:ended'],
  ])('%s', (_, state, said) => {
    expect(words(state)).toBe(said);
  });
  it('has every stage behind it once awarded', () => {
    expect(road('AWARDED', undefined).every((s) => s.mark === 'done')).toBe(true);
  });
  it('shows no stage the pack leaves out', () => {
    const names = road('EXPERT_REVIEW', ['EXPERT_REVIEW', 'PUBLIC_NOTICE']).map((s) => s.name);
    expect(names).toEqual(['填报', '县审', '市荐', '省审', '专家', '公示', '立项']);
  });
  it('leaves a disqualified one where it stood', () => {
    expect(words('DISQUALIFIED', undefined, 'DEFENCE')).toMatch(/答辩:ended$/);
  });
});
