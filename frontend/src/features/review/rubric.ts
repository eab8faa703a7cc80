import type { Shape } from '@/api/types';
import { type Points, pointsOf, showPoints } from '@/lib/points';

export type Rubric = Shape<'Rubric'>;
export type Item = Shape<'RubricItem'>;

/** A sheet while it is filled in. A missing score is not yet given. */
export interface Sheet {
  scores: Record<string, Points>;
  reasons: Record<string, string>;
  vetoes: Record<string, string>;
  comment: string;
}

export const emptySheet: Sheet = { scores: {}, reasons: {}, vetoes: {}, comment: '' };

export function sheetOf(from: Shape<'ScoreSheet'> | undefined): Sheet {
  if (!from) return emptySheet;
  const scores = Object.entries(from.scores).map(([code, n]) => [code, pointsOf(n)] as const);
  return {
    scores: Object.fromEntries(scores),
    reasons: from.reasons ?? {},
    vetoes: from.vetoes ?? {},
    comment: from.comment ?? '',
  };
}

export function wireOf(sheet: Sheet): Shape<'ScoreSheet'> {
  const scores = Object.entries(sheet.scores).map(([code, p]) => [code, p / 100] as const);
  const reasons = Object.entries(sheet.reasons).filter(([, text]) => text.trim() !== '');
  return {
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(reasons),
    vetoes: sheet.vetoes,
    comment: sheet.comment,
  };
}

export function itemsOf(rubric: Rubric): Item[] {
  return rubric.dimensions.flatMap((d) => d.items);
}

/** Where work begins: the first item without a score. */
export function firstOf(rubric: Rubric, sheet: Sheet): string {
  const items = itemsOf(rubric);
  return (items.find((i) => !(i.code in sheet.scores)) ?? items[0])?.code ?? '';
}

/** Characters of a reason, a veto's ground or the comment. */
export const longest = 2000;

export function totalOf(items: readonly Item[], sheet: Sheet): Points {
  return items.reduce((sum, i) => sum + (sheet.scores[i.code] ?? 0), 0);
}

export const grades = ['优', '良', '中', '差'] as const;

/** What a quick grade gives, from the rubric alone: 优 the maximum, 中 the anchor, 良 halfway between, 差 half the anchor; in whole steps. */
export function gradeOf(item: Item, grade: number, step: number): Points {
  const [max, anchor, by] = [pointsOf(item.max), pointsOf(item.anchor), pointsOf(step)];
  const wanted = [max, (max + anchor) / 2, anchor, anchor / 2][grade] ?? max;
  return Math.min(max, Math.round(wanted / by) * by);
}

/** One step up or down, kept within the item; from nothing it starts at the anchor. */
export function stepped(item: Item, now: Points | undefined, by: number): Points {
  if (now === undefined) return pointsOf(item.anchor);
  return Math.min(pointsOf(item.max), Math.max(0, now + by));
}

/** What is wrong with a typed score; '' when it may stand. */
export function wrongScore(item: Item, p: Points | null, step: number): string {
  if (p === null) return '请填写数字';
  if (p > pointsOf(item.max)) return `最多 ${item.max} 分`;
  return p % pointsOf(step) === 0 ? '' : `须为 ${step} 的整数倍`;
}

export function needsReason(item: Item, sheet: Sheet): boolean {
  const p = sheet.scores[item.code];
  return p !== undefined && p < pointsOf(item.anchor);
}

export interface Gap {
  code: string;
  message: string;
}

/** What the sheet lacks before it can be handed in. The server judges it again. */
export function gapsOf(rubric: Rubric, sheet: Sheet): Gap[] {
  const gaps: Gap[] = [];
  for (const item of itemsOf(rubric)) {
    const p = sheet.scores[item.code];
    if (p === undefined) gaps.push({ code: item.code, message: `“${item.name}”还没有打分` });
    else if (needsReason(item, sheet) && !sheet.reasons[item.code]?.trim())
      gaps.push({ code: item.code, message: `“${item.name}”${showPoints(p)} 分低于 ${item.anchor} 分，请写明理由` });
  }
  for (const v of rubric.vetoes)
    if (v.code in sheet.vetoes && !sheet.vetoes[v.code]?.trim())
      gaps.push({ code: v.code, message: `勾选了一票否决“${v.name}”，请写明依据` });
  return gaps;
}
