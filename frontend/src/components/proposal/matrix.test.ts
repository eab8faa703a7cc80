import { describe, expect, it } from 'vitest';
import { fenOf } from '@/lib/money';
import { matrixOf } from './matrix';

const fen = (wan: string) => fenOf(wan);
const plan = {
  linkage: { LINKAGE_PROV_UP: 100, LINKAGE_CITY: 50, LINKAGE_COUNTY: 0 },
  integrated: [
    {
      id: 'INT01',
      department: '县水利局',
      programme: '节水灌溉',
      level: 'COUNTY' as const,
      amount: 80.0001,
      status: 'COMMITTED' as const,
    },
  ],
  cooperation: 0,
  social: 0,
  selfRaised: 0,
  other: 0,
};
const p1 = {
  id: 'P01',
  funds: [
    { source: 'LINKAGE_PROV_UP' as const, amount: 100 },
    { source: 'INTEGRATED' as const, amount: 80, integratedItemId: 'INT01' },
  ],
  totalInvestment: 180,
};

describe('the fund matrix', () => {
  it('finds the column that is one 元 short and no other', () => {
    const m = matrixOf(plan, [p1]);
    const off = m.sources.flatMap((s, i) => (m.gaps[i] === 0n ? [] : [[s.key, m.gaps[i]]]));
    expect(off).toEqual([
      ['LINKAGE_CITY', fen('50')],
      ['INTEGRATED INT01', fen('0.0001')],
    ]);
  });
  it('finds the row whose total is not the sum of its sources', () => {
    const [line] = matrixOf(plan, [{ ...p1, totalInvestment: 181 }]).lines;
    expect([line?.sum, line?.total]).toEqual([fen('180'), fen('181')]);
  });
  it('does not lose money taken of an item the plan does not have', () => {
    const lost = { ...p1, funds: [{ source: 'INTEGRATED' as const, amount: 7, integratedItemId: 'INT99' }] };
    const m = matrixOf(plan, [lost]);
    expect(m.sources.at(-1)?.label).toContain('INT99');
    expect(m.gaps.at(-1)).toBe(fen('-7'));
  });
  it('is empty of lines without projects and leaves the whole plan over', () => {
    const m = matrixOf(plan, []);
    expect(m.lines).toEqual([]);
    expect(m.gaps[0]).toBe(fen('100'));
  });
});
