import { describe, expect, it } from 'vitest';
import type { Shape } from '@/api/types';
import type { Kind } from './labels';
import { leftFor } from './limit';

const amounts = { planned: 100, committed: 100, allocated: 60, disbursed: 40, spent: 15.5 };
const line: Shape<'FundLine'> = {
  line: 'LINKAGE_CITY',
  source: 'LINKAGE_CITY',
  label: '市级衔接资金',
  department: '',
  programme: '',
  ceiling: 100,
  commitment: null as unknown as Shape<'Commitment'>,
  kinds: [],
  levels: [],
  parts: [{ project: 'P01', name: '', ...amounts, levels: [{ level: 'CITY', levelLabel: '市级', ...amounts }] }],
  ...amounts,
};

describe('what is left', () => {
  it.each<[Kind, bigint]>([
    ['ALLOCATE', 40_000_000n],
    ['DISBURSE', 20_000_000n],
    ['SPEND', 24_500_000n],
    ['REFUND', 15_500_000n],
    ['GIVE_BACK', 24_500_000n],
    ['RECALL', 20_000_000n],
  ])('for %s', (kind, left) => {
    expect(leftFor(kind, line, 'CITY', 'P01')).toBe(left);
  });
  it('is nothing at another level or for another project', () => {
    expect(leftFor('DISBURSE', line, 'COUNTY', 'P01')).toBe(0n);
    expect(leftFor('ALLOCATE', line, 'CITY', 'P99')).toBe(0n);
  });
});
