import { describe, expect, it } from 'vitest';
import type { Shape } from '@/api/types';
import { blank, levelsOf, missing, rowsOf, totalOf } from './draft';

const amounts = { planned: 10, committed: 10, allocated: 6, disbursed: 4, spent: 1 };
const line: Shape<'FundLine'> = {
  line: 'LINKAGE_PROV_UP',
  source: 'LINKAGE_PROV_UP',
  label: '省级以上衔接资金',
  department: '',
  programme: '',
  ceiling: 10,
  commitment: { state: 'BY_AWARD', name: '', confirmedAt: null, attachmentId: '', fileName: '' },
  kinds: ['DISBURSE'],
  levels: [
    { level: 'CENTRAL', levelLabel: '中央', ...amounts },
    { level: 'PROVINCE', levelLabel: '省级', ...amounts },
  ],
  parts: [
    { project: 'P01', name: '道路', ...amounts, levels: [{ level: 'CENTRAL', levelLabel: '中央', ...amounts }] },
    { project: 'P02', name: '管网', ...amounts, levels: [] },
  ],
  ...amounts,
};

const draft = {
  ...blank('2023-03-01'),
  kind: 'DISBURSE' as const,
  line: line.line,
  level: 'CENTRAL' as const,
  docNo: '拨付〔2023〕1号',
};

describe('an entry being filled in', () => {
  it('adds up to the 分 and reads separators', () => {
    const rows = rowsOf(line, { ...draft, parts: { P01: '1,000.000001', P02: ' 0.5 ' } });
    expect(totalOf(rows)).toBe(1_000_500_001n);
  });
  it('says by how much a part is beyond what is left, and lets the exact rest pass', () => {
    const rows = (typed: string) => rowsOf(line, { ...draft, parts: { P01: typed } })[0]?.wrong;
    expect(rows('2')).toBe('');
    expect(rows('2.000001')).toBe('超出尚可数 0.000001 万元');
    expect(rows('二')).toContain('不是金额');
    expect(rows('0.0000001')).toContain('不是金额');
    expect(rows('-1')).toContain('不能为负');
  });
  it('lacks what it lacks, and nothing when it is whole', () => {
    expect(missing(blank(''), [], [])).toEqual([
      '请选择类型',
      '请选择资金条目',
      '请填写业务日期',
      '请填写文号或凭证号',
      '请填写分项目的金额',
    ]);
    expect(missing({ ...draft, level: '' }, rowsOf(line, { ...draft, parts: { P01: '1' } }), levelsOf(line))).toEqual([
      '请选择级次',
    ]);
    expect(missing(draft, rowsOf(line, { ...draft, parts: { P01: '1' } }), levelsOf(line))).toEqual([]);
  });
});
