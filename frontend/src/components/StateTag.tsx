import { Tag } from './Tag';
import type { Tone } from './verdict';

// The tone by what a state asks of people: returned ones are near a limit, ended ones plain, awarded ones good.
const tones: Record<string, Tone> = {
  RETURNED_BY_CITY: 'near',
  RETURNED_BY_PROVINCE: 'near',
  AWARDED: 'good',
  DISQUALIFIED: 'bad',
  NOT_SHORTLISTED: 'plain',
  NOT_AWARDED: 'plain',
  WITHDRAWN: 'plain',
  DRAFT: 'plain',
};

/** Where an application stands, in the server's words. */
export function StateTag({ state, label }: { state: string; label: string }) {
  return <Tag tone={tones[state] ?? 'action'}>{label}</Tag>;
}
