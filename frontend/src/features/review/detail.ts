import type { Shape } from '@/api/types';

export type Detail = Shape<'ReviewDetail'>;

/** Whether the sheet may still be filled in. */
export function isOpen(review: Detail): boolean {
  return review.state === 'OPEN' && review.open;
}
