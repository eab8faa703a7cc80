import { applied, type Edit, inverse, still } from './model';
import type { Row } from './types';

/** What one act of a person did, and what undoes it. */
interface Step {
  forth: readonly Edit[];
  back: readonly Edit[];
}

export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

export const noHistory: History = { past: [], future: [] };

const deepest = 100;

/** Takes an act down. What had been undone before it can no longer be done again. */
export function recorded(history: History, rows: readonly Row[], forth: readonly Edit[]): History {
  let now = rows;
  const back: Edit[] = [];
  for (const edit of forth) {
    back.unshift(...inverse(now, edit));
    now = applied(now, edit);
  }
  return { past: [...history.past, { forth, back }].slice(-deepest), future: [] };
}

/** The edits that undo the last act and the history then; null when there is none. */
export function undone(history: History, rows: readonly Row[]): { edits: Edit[]; history: History } | null {
  const step = history.past.at(-1);
  if (!step) return null;
  return {
    edits: possible(rows, step.back),
    history: { past: history.past.slice(0, -1), future: [...history.future, step] },
  };
}

/** The edits that do again what was undone last. */
export function redone(history: History, rows: readonly Row[]): { edits: Edit[]; history: History } | null {
  const step = history.future.at(-1);
  if (!step) return null;
  return {
    edits: possible(rows, step.forth),
    history: { past: [...history.past, step], future: history.future.slice(0, -1) },
  };
}

function possible(rows: readonly Row[], edits: readonly Edit[]): Edit[] {
  let now = rows;
  return edits.flatMap((edit) => {
    const left = still(now, edit);
    if (left) now = applied(now, left);
    return left ? [left] : [];
  });
}
