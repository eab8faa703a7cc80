import type { Shape } from '@/api/types';
import { type Fen, fenOf, sumFen } from '@/lib/money';
import { word } from '@/lib/words';

type FundPlan = Shape<'DocumentFundPlan'>;
type Project = Shape<'DocumentProject'>;

/** A source of money in the 资金规划表: one of the fixed ones, or one item of 整合行业资金. */
export interface Source {
  key: string;
  label: string;
  planned: Fen;
  pointer: string;
}

export interface Line {
  id: string;
  name: string;
  cells: Fen[];
  sum: Fen;
  total: Fen;
  pointer: string;
}

export interface Matrix {
  sources: Source[];
  lines: Line[];
  /** What the projects take of each source, and what is left of the plan; not nought means the column does not add up. */
  used: Fen[];
  gaps: Fen[];
}

const amount = (wan: number): Fen => fenOf(wan) ?? 0n;

/** Who pays what for which project. Money a project takes of an item the plan does not have stands in a column of its own, planned at nought. */
export function matrixOf(plan: FundPlan, projects: readonly Project[]): Matrix {
  const sources = sourcesOf(plan);
  for (const p of projects)
    for (const f of p.funds ?? [])
      if (!sources.some((s) => s.key === keyOf(f)))
        sources.push({ key: keyOf(f), label: strange(f), planned: 0n, pointer: '/fundPlan/integrated' });
  const lines = projects.map((p, i) => lineOf(p, i, sources));
  const used = sources.map((_, at) => sumFen(lines.map((l) => l.cells[at] ?? 0n)));
  return { sources, lines, used, gaps: sources.map((s, at) => s.planned - (used[at] ?? 0n)) };
}

function sourcesOf(plan: FundPlan): Source[] {
  const fixed = (key: string, planned: number, pointer: string): Source => ({
    key,
    label: word('fundSource', key),
    planned: amount(planned),
    pointer,
  });
  const { linkage } = plan;
  return [
    fixed('LINKAGE_PROV_UP', linkage.LINKAGE_PROV_UP, '/fundPlan/linkage/LINKAGE_PROV_UP'),
    fixed('LINKAGE_CITY', linkage.LINKAGE_CITY, '/fundPlan/linkage/LINKAGE_CITY'),
    fixed('LINKAGE_COUNTY', linkage.LINKAGE_COUNTY, '/fundPlan/linkage/LINKAGE_COUNTY'),
    ...plan.integrated.map((item, i) => ({
      key: `INTEGRATED ${item.id}`,
      label: `整合 ${item.id} ${item.department} ${item.programme}`.trim(),
      planned: amount(item.amount),
      pointer: `/fundPlan/integrated/${i}/amount`,
    })),
    fixed('COOPERATION', plan.cooperation, '/fundPlan/cooperation'),
    fixed('SOCIAL', plan.social, '/fundPlan/social'),
    fixed('SELF_RAISED', plan.selfRaised, '/fundPlan/selfRaised'),
    fixed('OTHER', plan.other, '/fundPlan/other'),
  ];
}

type Fund = NonNullable<Project['funds']>[number];

const keyOf = (f: Fund) => (f.source === 'INTEGRATED' ? `INTEGRATED ${f.integratedItemId ?? ''}` : f.source);

const strange = (f: Fund) => `整合 ${f.integratedItemId || '（没有写条目）'}（资金规划表没有这一条）`;

function lineOf(project: Project, at: number, sources: Source[]): Line {
  const funds = project.funds ?? [];
  const cells = sources.map((s) => sumFen(funds.filter((f) => keyOf(f) === s.key).map((f) => amount(f.amount))));
  return {
    id: project.id,
    name: project.name ?? '',
    cells,
    sum: sumFen(cells),
    total: amount(project.totalInvestment ?? 0),
    pointer: `/projects/${at}`,
  };
}
