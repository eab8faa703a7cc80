import type { Shape } from '@/api/types';
import type { Tone } from '@/components/verdict';

export const noticeTones: Record<Shape<'Notice'>['state'], Tone> = { DRAFT: 'near', OPEN: 'action', CLOSED: 'plain' };

// An objection that holds is what the province must act on; one still open asks for an answer.
export const verdictTones: Record<Shape<'LookedUp'>['state'], Tone> = {
  OPEN: 'near',
  UPHELD: 'bad',
  DISMISSED: 'plain',
};

/** What follows from an act on a notice; its name comes from the server. */
export const closing = '结束后这次公示归档，仍长期公开；期满而没有人办理的，系统也会自动结束。';
