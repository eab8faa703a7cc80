import type { Shape } from '@/api/types';
import type { Tone } from '@/components/verdict';

export type Finding = Shape<'SiteFindingSaved'>['finding'];
type Verdict = Shape<'SiteCheck'>['verdict'];

export const findings: { value: NonNullable<Finding>; label: string }[] = [
  { value: 'TRUE', label: '属实' },
  { value: 'FALSE', label: '不符' },
  { value: 'UNVERIFIED', label: '无法核实' },
];

export const verdicts: { value: Exclude<Verdict, ''>; label: string }[] = [
  { value: 'PASS', label: '通过，不扣分' },
  { value: 'ISSUES', label: '有问题，扣分' },
  { value: 'FAIL', label: '不通过，转取消资格程序' },
];

export const verdictTones: Record<Verdict, Tone> = { '': 'plain', PASS: 'good', ISSUES: 'near', FAIL: 'bad' };

export const findingWords: Record<NonNullable<Finding>, string> = {
  '': '未填',
  TRUE: '属实',
  FALSE: '不符',
  UNVERIFIED: '无法核实',
};
