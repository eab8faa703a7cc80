/** The stretch of the road a state lies on; the words are those of the office. */
export interface Stage {
  name: string;
  /** The stage's name in the pack where a pack can leave it out. */
  pack?: string;
}

const stages: Stage[] = [
  { name: '填报' },
  { name: '县审' },
  { name: '市荐' },
  { name: '省审' },
  { name: '专家', pack: 'EXPERT_REVIEW' },
  { name: '答辩', pack: 'DEFENCE' },
  { name: '核查', pack: 'SITE_CHECK' },
  { name: '公示', pack: 'PUBLIC_NOTICE' },
  { name: '立项' },
];

// Where each state stands. A returned one is back at the desk that mends it, the drafts wait for the county's signature.
const at: Record<string, string> = {
  DRAFT: '填报',
  RETURNED_BY_CITY: '填报',
  SUBMITTED: '市荐',
  CITY_REVIEW: '市荐',
  SHORTLISTED: '市荐',
  NOT_SHORTLISTED: '市荐',
  REPORTED: '省审',
  FORMAL_CHECK: '省审',
  RETURNED_BY_PROVINCE: '省审',
  EXPERT_REVIEW: '专家',
  DEFENCE: '答辩',
  SITE_CHECK: '核查',
  REVIEWED: '公示',
  PUBLIC_NOTICE: '公示',
  NOT_AWARDED: '立项',
  AWARDED: '立项',
};

export type Mark = 'done' | 'now' | 'back' | 'ended' | 'ahead';

/** The stages a batch uses, each marked. An application whose way ended stands where it stood before: cameFrom is that state. */
export function road(state: string, used: string[] | undefined, cameFrom?: string): (Stage & { mark: Mark })[] {
  const shown = stages.filter((s) => s.pack === undefined || used === undefined || used.includes(s.pack));
  const here = shown.findIndex((s) => s.name === (at[state] ?? at[cameFrom ?? ''] ?? '填报'));
  return shown.map((s, i) => ({ ...s, mark: i < here ? 'done' : i > here ? 'ahead' : markOf(state) }));
}

function markOf(state: string): Mark {
  if (state === 'AWARDED') return 'done';
  if (state.startsWith('RETURNED')) return 'back';
  return ['NOT_SHORTLISTED', 'NOT_AWARDED', 'DISQUALIFIED', 'WITHDRAWN'].includes(state) ? 'ended' : 'now';
}
