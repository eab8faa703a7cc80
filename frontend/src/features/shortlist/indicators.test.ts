import { describe, expect, it } from 'vitest';
import type { Finding } from '@/api/problem';
import type { Application } from '@/api/types';
import { type Compared, differencesFirst, differs, indicatorsOf } from './indicators';

const finding = (rule: string, verdict: string, text: string): Finding => ({
  rule,
  name: `规则${rule}`,
  clause: '',
  severity: 'BLOCK',
  verdict,
  advice: '',
  places: [],
  figure: { text },
});

function compared(county: string, villages: number, findings: Finding[]): Compared {
  const village = {
    households: 10,
    population: 30,
    povertyRelievedPersons: 1,
    monitoredPersons: 0,
    collectiveIncomeWan: 0.1,
    townCode: '370686100',
  };
  const application = {
    county: { code: '370686', name: county },
    channel: 'KEY_COUNTY',
    summary: { total: 0.1, linkage: 0.2, provUp: 0, integrated: 0, unconfirmed: 0 },
    document: {
      zone: {
        name: '',
        areaKm2: 1,
        contiguous: true,
        industries: [],
        villages: Array.from({ length: villages }, () => village),
      },
    },
  };
  return { application: application as unknown as Application, findings };
}

describe('the comparison of applications', () => {
  const cases = [
    compared('栖霞市', 10, [finding('F06', 'PASS', '2000 ≥ 2000')]),
    compared('莒县', 12, [finding('F06', 'FAIL', '1996 < 2000'), finding('V01', 'PASS', '')]),
  ];
  const all = indicatorsOf(cases);
  const of = (key: string) => all.find((i) => i.key === key);

  it('adds up the villages without losing a 元', () => {
    expect(of('income')?.values).toEqual(['1.00', '1.20']);
    expect(of('households')?.values).toEqual(['100', '120']);
  });
  it('shows each rule with its arithmetic, and says where one was not checked', () => {
    expect(of('F06')?.values).toEqual(['✓ 通过　2000 ≥ 2000', '✕ 不通过　1996 < 2000']);
    expect(of('V01')?.values).toEqual(['没有检查', '✓ 通过']);
  });
  it('holds verdicts against each other, not their arithmetic', () => {
    const both = indicatorsOf([
      compared('栖霞市', 10, [finding('C01', 'PASS', '择优'), finding('F06', 'PASS', '2000 ≥ 2000')]),
      compared('莒县', 10, [finding('C01', 'PASS', '重点县'), finding('F06', 'FAIL', '1996 < 2000')]),
    ]);
    expect(['C01', 'F06'].map((key) => both.filter(differs).some((i) => i.key === key))).toEqual([false, true]);
  });
  it('parts thousands', () => {
    const many = indicatorsOf([compared('栖霞市', 1234, [])]);
    expect(['households', 'population', 'villages'].map((key) => many.find((i) => i.key === key)?.values[0])).toEqual([
      '12,340',
      '37,020',
      '1,234',
    ]);
  });
  it('puts what differs first and loses nothing', () => {
    const ordered = differencesFirst(all);
    expect(ordered).toHaveLength(all.length);
    const firstSame = ordered.findIndex((i) => !differs(i));
    expect(ordered.slice(firstSame).some(differs)).toBe(false);
  });
});
