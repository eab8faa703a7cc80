import type { Shape } from '@/api/types';
import { type Points, plainPoints, pointsOf } from '@/lib/points';
import type { Finding } from './labels';

export type Check = Shape<'SiteCheck'>;

export interface Line {
  item: string;
  place: string;
  finding: NonNullable<Finding>;
  note: string;
}

/** A 核查单 while it is filled in; anything may still be missing. */
export interface Draft {
  checkedOn: string;
  lines: Line[];
  verdict: Check['verdict'];
  deduction: Points;
  comment: string;
}

const known: readonly string[] = ['TRUE', 'FALSE', 'UNVERIFIED'];
const isFinding = (f: string): f is NonNullable<Finding> => f === '' || known.includes(f);

export function draftOf(check: Check): Draft {
  return {
    checkedOn: check.checkedOn,
    lines: check.items.map(({ item, place, finding, note }) => ({
      item,
      place,
      finding: isFinding(finding) ? finding : '',
      note,
    })),
    verdict: check.verdict,
    deduction: pointsOf(check.deduction),
    comment: check.comment,
  };
}

export function wireOf(draft: Draft): Shape<'SiteSavedBody'> {
  const { checkedOn, verdict, deduction, comment } = draft;
  return {
    items: draft.lines.map(({ item, place, finding, note }) => ({
      item,
      ...(place ? { place } : {}),
      ...(finding ? { finding } : {}),
      ...(note.trim() ? { note } : {}),
    })),
    ...(checkedOn ? { checkedOn } : {}),
    ...(verdict ? { verdict } : {}),
    // A deduction without the verdict it belongs to is not yet one.
    ...(verdict === 'ISSUES' && deduction > 0 ? { deduction: plainPoints(deduction) } : {}),
    ...(comment.trim() ? { comment } : {}),
  };
}

/** What a sheet still lacks, by the names of its items. The server judges it again. */
export function gapsOf(draft: Draft, items: { code: string; name: string }[], photographed: Set<string>): string[] {
  const gaps: string[] = [];
  if (!draft.checkedOn) gaps.push('还没有填写核查日期');
  for (const { code, name } of items) {
    const lines = draft.lines.filter((l) => l.item === code);
    if (lines.length === 0) gaps.push(`“${name}”还没有核查结果`);
    lines.forEach((l, i) => {
      const which = lines.length > 1 ? `“${name}”第 ${i + 1} 条` : `“${name}”`;
      if (!l.place) gaps.push(`${which}还没有选定对照的申报内容`);
      if (!l.finding) gaps.push(`${which}还没有核查结果`);
      else if (l.finding !== 'TRUE' && !l.note.trim()) gaps.push(`${which}须写明情况`);
      if (l.finding === 'FALSE' && !photographed.has(code)) gaps.push(`${which}不符，须附现场照片`);
    });
  }
  if (!draft.verdict) gaps.push('还没有填写核查结论');
  if (draft.verdict === 'ISSUES' && draft.deduction === 0) gaps.push('结论为有问题，须填写扣分');
  return gaps;
}
