import type { Asked } from '@/api/steps';
import type { Action } from '@/api/types';

/** What an official typed for a step, before it is sent. */
export type Filled = Omit<Asked, 'action'>;

// Asked of the leading bureau only where another county could have had the place: never demanded here, the server says when it is missing.
const offered: Record<string, string[]> = { shortlist: ['yellowRiverReason'], report: ['yellowRiverReason'] };

/** The fields a step's form shows, in the order of the server; what is not asked is left out of what is sent. */
export function fieldsOf(action: Action): { name: string; required: boolean }[] {
  const asked = action.asks.map((name) => ({ name, required: true }));
  const more = action.asks.length > 0 ? (offered[action.action] ?? []) : [];
  return [...asked, ...more.map((name) => ({ name, required: false }))];
}

/** What is still missing, in the words of the form. The server judges it again. */
export function missing(action: Action, filled: Filled): string[] {
  const gaps: string[] = [];
  if (action.needsOpinion && !filled.opinion?.trim()) gaps.push('请填写办理意见');
  for (const f of fieldsOf(action)) if (f.required && !has(filled, f.name)) gaps.push(`请填写${wordsOf(f.name)}`);
  const items = filled.items ?? [];
  if (action.asks.includes('items') && items.some((i) => i.section === '')) gaps.push('请选择要补正的栏目');
  return gaps;
}

/** Only what this step takes. */
export function sent(action: Action, filled: Filled): Asked {
  const names = new Set(['opinion', ...fieldsOf(action).map((f) => f.name)]);
  const kept = Object.entries(filled).filter(([k, v]) => names.has(k) && v !== undefined && v !== '');
  return { ...Object.fromEntries(kept), action: action.action };
}

function has(filled: Filled, name: string): boolean {
  const value = Object.entries(filled).find(([k]) => k === name)?.[1];
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'number' ? value >= 1 : typeof value === 'string' && value.trim() !== '';
}

const words: Record<string, string> = {
  items: '须补正的内容',
  ground: '不予推荐的情形',
  rank: '本市推荐排序',
  minutesDocNo: '会议纪要文号',
  cityDocNo: '市级上报文号',
  yellowRiverReason: '未选沿黄县的理由',
  clause: '依据条款',
  facts: '事实',
  rejectGround: '不予立项的情形',
  awardDocNo: '批复文号',
  vetoRuling: '对一票否决的裁决意见',
};

export function wordsOf(name: string): string {
  return words[name] ?? name;
}
