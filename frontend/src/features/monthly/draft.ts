import type { Shape } from '@/api/types';

export type Report = Shape<'MonthlyReport'>;
export type Line = Shape<'MonthlyLine'>;

export interface DraftLine {
  project: string;
  percent: number | null;
  progress: string;
  problem: string;
}

/** A 月报 while it is filled in; anything may still be missing. */
export interface Draft {
  lines: DraftLine[];
}

export function draftOf(report: Pick<Report, 'lines'>): Draft {
  return {
    lines: report.lines.map(({ project, percent, progress, problem }) => ({ project, percent, progress, problem })),
  };
}

export function wireOf(draft: Draft): Shape<'SaveMonthlyReportRequest'> {
  return {
    lines: draft.lines.map(({ project, percent, progress, problem }) => ({
      project,
      percent,
      ...(progress.trim() ? { progress } : {}),
      ...(problem.trim() ? { problem } : {}),
    })),
  };
}

/** The draft with one project's line changed. */
export function written(draft: Draft, project: string, to: Partial<DraftLine>): Draft {
  return { lines: draft.lines.map((l) => (l.project === project ? { ...l, ...to } : l)) };
}

/** What is odd about a percentage: out of bounds it is not kept, below what was reported last it may still be right. */
export function oddity(percent: number | null, before: number | undefined): 'none' | 'bounds' | 'back' {
  if (percent === null) return 'none';
  if (percent < 0 || percent > 100) return 'bounds';
  return before !== undefined && percent < before ? 'back' : 'none';
}

/** What a report still lacks before it can be handed in. The server judges it again. */
export function gapsOf(draft: Draft): string[] {
  return draft.lines.flatMap((l) => [
    ...(l.percent === null ? [`${l.project} 还没有填写形象进度`] : []),
    ...(l.progress.trim() === '' ? [`${l.project} 还没有写明进展情况`] : []),
  ]);
}

/** The projects whose percentage is out of bounds: with one of them nothing is kept. */
export function wrongOf(draft: Draft): string[] {
  return draft.lines.filter((l) => oddity(l.percent, undefined) === 'bounds').map((l) => l.project);
}
