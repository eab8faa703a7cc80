import type { Shape } from '@/api/types';

export type Task = Shape<'ReviewTask'>;

/** Files in the order they are worked on: written before defence, by number; those recused last. */
export function inOrder(tasks: Task[]): Task[] {
  const rank = (t: Task) => (t.state === 'RECUSED' ? 2 : t.stage === 'WRITTEN' ? 0 : 1);
  return [...tasks].sort((a, b) => rank(a) - rank(b) || a.application.no.localeCompare(b.application.no));
}

/** The batch whose tasks are shown first: one with work left, else the newest. */
export function batchInHand(tasks: Task[]): string | undefined {
  const waiting = tasks.find((t) => t.open && (t.state === 'ASSIGNED' || t.state === 'OPEN'));
  const newest = [...tasks].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  return (waiting ?? newest)?.batchId;
}

/** The next file still to be judged after this one, in the same batch and stage; the first again after the last. */
export function nextAfter(tasks: Task[], id: string): Task | undefined {
  const here = tasks.find((t) => t.id === id);
  const line = inOrder(tasks).filter((t) => t.batchId === here?.batchId && t.stage === here?.stage);
  const at = line.findIndex((t) => t.id === id);
  return [...line.slice(at + 1), ...line.slice(0, Math.max(at, 0))].find(
    (t) => t.open && (t.state === 'ASSIGNED' || t.state === 'OPEN'),
  );
}

/** How many of those that stand are handed in. */
export function progressOf(tasks: Task[]): { done: number; of: number } {
  const standing = tasks.filter((t) => t.state !== 'RECUSED');
  return { done: standing.filter((t) => t.state === 'SUBMITTED').length, of: standing.length };
}
