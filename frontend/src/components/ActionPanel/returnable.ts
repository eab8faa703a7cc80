import type { Shape } from '@/api/types';
import { choices, word } from '@/lib/words';

type Document = Shape<'ProposalDocument'>;
interface Choice {
  value: string;
  label: string;
}

/** The sections a return slip may open, in the order of the 申报书. */
export const returnableSections: Choice[] = [
  'zone',
  'villages',
  'industries',
  'projects',
  'fundPlan',
  'plan',
  'mechanism',
  'papers',
  'attachments',
].map((value) => ({ value, label: word('section', value) }));

/** The rows of a section by the names a slip gives them; none where the section is one form. */
export function rowsOf(section: string, document: Document | undefined): Choice[] {
  switch (section) {
    case 'villages':
      return (document?.zone?.villages ?? []).map((v) => ({
        value: v.code || v.name,
        label: `${v.townName} ${v.name}（${v.code}）`,
      }));
    case 'industries':
      return (document?.zone?.industries ?? []).map((i) => ({ value: i.name, label: i.name }));
    case 'projects':
      return (document?.projects ?? []).map((p) => ({ value: p.id, label: `${p.id} ${p.name ?? ''}` }));
    case 'fundPlan':
      return (document?.fundPlan?.integrated ?? []).map((i) => ({
        value: i.id || i.programme,
        label: `${i.id} ${i.department} ${i.programme}`,
      }));
    case 'attachments':
      return choices('attachmentKind');
    default:
      return [];
  }
}
