import { describe, expect, it } from 'vitest';
import { lockFor } from './lock';

describe('what a return slip leaves open', () => {
  const lock = lockFor([
    { section: 'projects', row: 'P03', fields: ['performanceTargets'] },
    { section: 'plan', row: '', fields: [] },
    { section: 'villages', fields: ['type'] },
  ]);
  it.each([
    ['a listed field of a listed row', 'projects', 'P03', 'performanceTargets', true],
    ['below a listed field', 'projects', 'P03', 'performanceTargets.value', true],
    ['a field that only begins alike', 'projects', 'P03', 'performanceTargetsOther', false],
    ['another field of that row', 'projects', 'P03', 'name', false],
    ['another row', 'projects', 'P01', 'performanceTargets', false],
    ['a new row', 'projects', 'P99', '', false],
    ['anything of a section listed whole', 'plan', '', 'endDate', true],
    ['a field listed for every row', 'villages', '370784901201', 'type', true],
    ['a section not listed', 'zone', '', 'name', false],
  ])('%s', (_, section, row, field, open) => {
    expect(lock(section, row, field) === null).toBe(open);
  });
  it('leaves all open where nothing was returned', () => {
    expect(lockFor(undefined)('zone', '', 'name')).toBeNull();
  });
});
