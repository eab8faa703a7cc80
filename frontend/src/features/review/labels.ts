import type { Shape } from '@/api/types';
import type { Tone } from '@/components/verdict';

type State = Shape<'ReviewRow'>['state'];

export const stateTones: Record<State, Tone> = {
  ASSIGNED: 'near',
  OPEN: 'action',
  SUBMITTED: 'good',
  RECUSED: 'plain',
};

/** What is to be done with a task, on its link. */
export const nextWords: Record<State, string> = {
  ASSIGNED: '声明并打开',
  OPEN: '评分',
  SUBMITTED: '查看',
  RECUSED: '—',
};

/** Which file this is, in a line beside its name. */
export function labelsOf(review: Shape<'ReviewDetail'>): string {
  const { application: a } = review;
  return `${review.stageLabel} · ${a.no} · ${a.city.name} ${a.county.name} · 专家 ${review.expertCode}`;
}
