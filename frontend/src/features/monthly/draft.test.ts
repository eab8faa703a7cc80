import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, gapsOf, oddity, wireOf, written, wrongOf } from './draft';

const draft: Draft = {
  lines: [
    { project: 'P01', percent: 0, progress: '未开工', problem: '' },
    { project: 'P02', percent: null, progress: '  ', problem: '用地手续未办完' },
  ],
};

describe('a monthly report as it is filled in', () => {
  it('goes to the server with its gaps, and empty words left out', () => {
    expect(wireOf(draft)).toEqual({
      lines: [
        { project: 'P01', percent: 0, progress: '未开工' },
        { project: 'P02', percent: null, problem: '用地手续未办完' },
      ],
    });
  });
  it('takes nought for a percentage and blanks for no words', () => {
    expect(gapsOf(draft)).toEqual(['P02 还没有填写形象进度', 'P02 还没有写明进展情况']);
  });
  it('changes one project and leaves the others', () => {
    const after = written(draft, 'P02', { percent: 101, progress: '开挖' });
    expect(after.lines[0]).toEqual(draft.lines[0]);
    expect(gapsOf(after)).toEqual([]);
    expect(wrongOf(after)).toEqual(['P02']);
    expect(wrongOf(draft)).toEqual([]);
  });
  it('takes from the server only what the county writes', () => {
    const sums = {
      name: '道路',
      before: { month: '2022-12', percent: 1, progress: '' },
      spentInMonth: 1,
      spentSoFar: 2,
    };
    const lines = draft.lines.map((l) => ({ ...l, ...sums }));
    expect(draftOf({ lines })).toEqual(draft);
  });
  it.each([
    [null, 50, 'none'],
    [50, 50, 'none'],
    [49, 50, 'back'],
    [0, undefined, 'none'],
    [100, undefined, 'none'],
    [101, 50, 'bounds'],
    [-1, 50, 'bounds'],
  ])('finds %s after %s %s', (percent, before, odd) => {
    expect(oddity(percent, before)).toBe(odd);
  });
});
