import type { Shape } from '@/api/types';
import type { Tone } from '@/components/verdict';

/** How a change stands, as a tone beside the server's word. */
export const changeTones: Record<Shape<'PlanChangeRow'>['state'], Tone> = {
  PROPOSED: 'action',
  SIGNED: 'action',
  APPROVED: 'good',
  REJECTED: 'bad',
  WITHDRAWN: 'plain',
};

/** Said before an act on a change is taken. */
export const changeConsequences: Record<string, string> = {
  sign: '签报后，须市级同意的变更转市乡村振兴局，其余即时生效为新一版批准规划。',
  approve: '同意后变更即时生效为新一版批准规划，资金台账随之按新规划核对。',
  reject: '不同意后本项变更办结，批准规划不变；县里可以另行提出。',
  withdraw: '撤回后本项变更办结，批准规划不变；可以另行提出。',
};
