import type { Shape } from '@/api/types';
import { partOf, parts } from '@/components/ProposalReader/places';
import { word } from '@/lib/words';

/** Where the ground for a score is found: a place in the 申报书, or an attachment, at a page where one is named. */
export type Evidence = { label: string } & ({ anchor: string } | { file: string; page?: number });

// By the clause of the notice a dimension rests on. Contents of 二 are project categories; conditions of 三 are parts and papers.
const grounds: Record<string, { parts?: string[]; category?: string; kinds?: string[] }> = {
  '二.1': { category: 'INDUSTRY', parts: ['part-industries'] },
  '二.2': { category: 'CONSTRUCTION' },
  '二.3': { category: 'GOVERNANCE' },
  '二.4': { category: 'TALENT' },
  '二.5': { category: 'EMPLOYMENT' },
  '二.6': { category: 'CONSOLIDATION' },
  '三.1': { parts: ['part-industries'], category: 'INDUSTRY', kinds: ['INDUSTRY_PLAN_PROOF'] },
  '三.2': { parts: ['part-zone', 'part-villages'], kinds: ['VILLAGE_PLAN_PROOF', 'ZONE_MAP'] },
  '三.3': {
    parts: ['part-mechanism', 'part-papers'],
    kinds: ['RESOLUTION_MINUTES', 'WORK_TEAM_DOC', 'CONSULTATION_RECORD', 'IMPLEMENTATION_PLAN'],
  },
  '三.4': {
    parts: ['part-funds', 'part-mechanism'],
    kinds: ['FUND_INTEGRATION_COMMITMENT', 'LAND_GUARANTEE', 'FINANCE_COMMITMENT'],
  },
};

const elsewhere = { parts: ['part-zone', 'part-projects'], kinds: ['DEFENCE_VIDEO', 'IMPLEMENTATION_PLAN'] };

/** The evidence for a dimension, only what this application has. */
export function evidenceFor(source: string, files: Shape<'Attachment'>[]): Evidence[] {
  const ground: (typeof grounds)[string] = grounds[source] ?? elsewhere;
  const category = ground.category;
  return [
    ...(category ? [{ label: `${word('contentCategory', category)}项目`, anchor: partOf(category) }] : []),
    ...(ground.parts ?? []).map((id) => ({
      label: (parts.find((p) => p.id === id)?.title ?? id).replace(/^.、/, ''),
      anchor: id,
    })),
    ...(ground.kinds ?? []).flatMap((kind) =>
      files.filter((f) => f.kind === kind).map((f) => ({ label: f.kindLabel, file: f.id })),
    ),
  ];
}
