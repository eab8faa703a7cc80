import type { Shape } from '@/api/types';
import { type Fen, fenOf, sumFen } from '@/lib/money';
import type { Layer } from './labels';

type Node = Shape<'FundNode'>;

/** The levels as columns stand; what is planned of 省级以上 is not parted by the plan and stands before those it is parted into. */
export const levelColumns = [
  { level: 'UNDIVIDED', label: '省级以上（未分级）', stages: ['planned'] },
  { level: 'CENTRAL', label: '中央', stages: ['planned', 'allocated', 'disbursed', 'spent'] },
  { level: 'PROVINCE', label: '省级', stages: ['planned', 'allocated', 'disbursed', 'spent'] },
  { level: 'CITY', label: '市级', stages: ['planned', 'allocated', 'disbursed', 'spent'] },
  { level: 'COUNTY', label: '县级', stages: ['planned', 'allocated', 'disbursed', 'spent'] },
  { level: 'NONE', label: '不分级次', stages: ['planned', 'allocated', 'disbursed', 'spent'] },
] as const satisfies { level: string; label: string; stages: Layer[] }[];

export const stageLabels = { planned: '申请', allocated: '下达', disbursed: '拨付', spent: '支出' } as const;

export type Stage = keyof typeof stageLabels;
export const stages: Stage[] = ['planned', 'allocated', 'disbursed', 'spent'];

/** A level's amount in a row; 0 where none of its money is of that level. */
export function amountAt(node: Node, level: string, stage: Stage): number {
  return node.levels[level]?.[stage] ?? 0;
}

/** The levels any row has money of. */
export function levelsSeen(rows: Node[]) {
  return levelColumns.filter((c) => rows.some((n) => c.stages.some((s) => amountAt(n, c.level, s) !== 0)));
}

/** By how much the levels of a row miss its total, for one stage: 0 in every answer of the server's. */
export function offBy(node: Node, stage: Stage): Fen {
  const levels = sumFen(Object.values(node.levels).map((l) => fenOf(l[stage]) ?? 0n));
  return levels - (fenOf(node.total[stage]) ?? 0n);
}
