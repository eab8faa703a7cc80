import type { Shape } from '@/api/types';
import type { Tone } from '@/components/verdict';

type Fate = Shape<'GivenMark'>['fate'];

export const fateWords: Record<Fate, string> = { KEPT: '计入', DROPPED: '去掉', RECUSED: '回避，不计' };
export const fateTones: Record<Fate, Tone> = { KEPT: 'good', DROPPED: 'near', RECUSED: 'plain' };

export const siteWords: Record<Shape<'SiteOutcome'>['result'], string> = {
  PASS: '通过',
  ISSUES: '有问题',
  FAIL: '不通过',
};

const ties: Record<string, string> = { WRITTEN: '书面均分', INTEGRATION: '整合比例', LOT: '抽签' };

/** A key of the chain between equals: a dimension goes by its name. */
export function tieWord(key: string, dimensions: Shape<'RankedDimension'>[]): string {
  const dimension = dimensions.find((d) => d.stage === 'WRITTEN' && d.code === key);
  return ties[key] ?? `“${dimension?.name ?? key}”均分`;
}
