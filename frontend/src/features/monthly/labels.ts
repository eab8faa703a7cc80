import type { Shape } from '@/api/types';

/** Where a month's report stands. */
export type State = 'none' | 'draft' | 'returned' | 'submitted';

export const stateWords: Record<State, string> = {
  none: '未填报',
  draft: '填报中',
  returned: '已退回',
  submitted: '已提交',
};

export const stateTones = { none: 'plain', draft: 'near', returned: 'bad', submitted: 'good' } as const;

export function stateOf(m: Pick<Shape<'MonthlyHead'>, 'version' | 'submittedAt' | 'returnReason'>): State {
  if (m.submittedAt) return 'submitted';
  if (m.returnReason) return 'returned';
  return m.version > 0 ? 'draft' : 'none';
}
