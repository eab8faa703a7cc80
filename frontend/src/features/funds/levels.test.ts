import { describe, expect, it } from 'vitest';
import { levelsSeen, offBy } from './levels';

const layers = (planned: number, allocated = 0) => ({ planned, committed: 0, allocated, disbursed: 0, spent: 0 });
const row = (levels: Record<string, ReturnType<typeof layers>>, total: ReturnType<typeof layers>) => ({
  depth: 'zone' as const,
  code: '',
  name: '',
  applicationId: 'a',
  zones: 1,
  amber: 0,
  columns: {},
  levels,
  total,
});

describe('the levels of the allocation matrix', () => {
  it('stand in their order, those that have no money left out', () => {
    const rows = [
      row({ COUNTY: layers(1), UNDIVIDED: layers(3) }, layers(4)),
      row({ CENTRAL: layers(0, 2), CITY: layers(0) }, layers(0, 2)),
    ];
    expect(levelsSeen(rows).map((c) => c.level)).toEqual(['UNDIVIDED', 'CENTRAL', 'COUNTY']);
  });
  it('add up to the row, or say by how much not', () => {
    const of = row({ COUNTY: layers(1.1), CITY: layers(2.2) }, layers(3.3));
    expect(offBy(of, 'planned')).toBe(0n);
    expect(offBy({ ...of, total: layers(3) }, 'planned')).toBe(300_000n);
  });
});
