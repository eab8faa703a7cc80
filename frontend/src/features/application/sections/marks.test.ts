import { describe, expect, it } from 'vitest';
import type { Finding } from '@/api/problem';
import { marksAt } from './marks';

const finding = (verdict: string, ...places: string[]): Finding => ({
  rule: 'V02',
  name: '村类型',
  clause: '三.2',
  severity: 'B',
  verdict,
  figure: { text: '不符 1 个' },
  advice: '请换村',
  places,
});
const ids = (i: number) => ['a', 'b'][i];

describe('marks of a list', () => {
  it('stand at the cell a rule names', () => {
    expect(marksAt([finding('FAIL', '/zone/villages/1/type')], '/zone/villages', ids)).toEqual([
      { rowId: 'b', key: 'type', message: 'V02 村类型：请换村', severity: 'error' },
    ]);
  });
  it('stand at the row where no cell is named', () => {
    expect(marksAt([finding('WARN', '/zone/villages/0')], '/zone/villages', ids)).toMatchObject([
      { rowId: 'a', key: '', severity: 'warning' },
    ]);
  });
  it('are none for rules that pass, for other lists and for rows that are gone', () => {
    const all = [
      finding('PASS', '/zone/villages/0'),
      finding('FAIL', '/projects/0'),
      finding('FAIL', '/zone/villages/9'),
    ];
    expect(marksAt(all, '/zone/villages', ids)).toEqual([]);
  });
});
