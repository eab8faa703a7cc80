import type { Shape } from '@/api/types';
import { groundWords, type Stage } from './labels';

type Draw = Shape<'Draw'>;
type Panel = Shape<'Panel'>;

export type Cell = { kind: 'conflict' | 'done' | 'drawn' | 'free'; word: string; detail: string };

export interface Matrix {
  applications: { no: string; county: string; title: string }[];
  rows: { code: string; name: string; load: number; cells: Cell[] }[];
}

const free: Cell = { kind: 'free', word: '', detail: '' };

/** Expert × application of a stage: who may not judge what and why, who was assigned, who has handed in. From the published draws, and the preview. */
export function matrixOf(stage: Stage, draws: Draw[], panels: Panel[]): Matrix {
  const own = draws.filter((d) => d.stage === stage && d.state !== 'DISCARDED');
  const names = new Map(own.flatMap((d) => d.candidates.map((c) => [c.code, c.name] as const)));
  const numbers = [...new Set(own.flatMap((d) => d.counts.map((c) => c.no)))].sort();
  const rows = [...names.keys()].sort().map((code) => {
    const cells = numbers.map((no) => cellOf(code, no, stage, own, panels));
    return {
      code,
      name: names.get(code) ?? '',
      load: cells.filter((c) => c.kind === 'drawn' || c.kind === 'done').length,
      cells,
    };
  });
  const applications = numbers.map((no) => {
    const known = panels.find((p) => p.application.no === no)?.application;
    return { no, county: known?.county.name ?? '', title: known?.title ?? '' };
  });
  return { applications, rows };
}

function cellOf(code: string, no: string, stage: Stage, draws: Draw[], panels: Panel[]): Cell {
  const member = panels
    .find((p) => p.application.no === no)
    ?.stages.find((s) => s.stage === stage)
    ?.experts.find((e) => e.code === code);
  if (member && member.state !== 'RECUSED')
    return { kind: member.state === 'SUBMITTED' ? 'done' : 'drawn', word: member.stateLabel, detail: '' };
  if (member) return { kind: 'conflict', word: groundWords.DECLARED, detail: '本人或组织员办理回避' };
  const conflict = draws.flatMap((d) => d.conflicts).find((c) => c.code === code && c.no === no);
  if (conflict) return { kind: 'conflict', word: groundWords[conflict.ground], detail: conflict.detail };
  const preview = draws.some((d) => d.state === 'PROPOSED' && d.pairs.some((p) => p.code === code && p.no === no));
  return preview ? { kind: 'drawn', word: '预抽中', detail: '' } : free;
}
