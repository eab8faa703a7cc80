import type { Finding } from '@/api/problem';
import type { Content } from './book';
import type { Troubles } from './trouble';

/** What the page shows of the desk; a new object after each change. */
export interface Sight {
  content: Content;
  pending: number;
  saving: boolean;
  savedAt: number | undefined;
  /** The line is broken or the session over: what is typed waits. */
  waiting: unknown;
  trouble: Troubles;
  canUndo: boolean;
  changed: Finding[];
  saves: number;
}

export const firstSight = (content: Content): Sight => ({
  content,
  pending: 0,
  saving: false,
  savedAt: undefined,
  waiting: null,
  trouble: new Map(),
  canUndo: false,
  changed: [],
  saves: 0,
});
