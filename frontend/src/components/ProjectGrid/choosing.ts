import type { Choice } from '@/lib/clean/choice';
import { squash } from '@/lib/clean/fold';
import { codesOf } from './cell';
import type { Cell, Column } from './types';

/** A list being chosen from: what was typed to narrow it, where in it one stands, what is taken. */
export interface Choosing {
  query: string;
  at: number;
  taken: readonly string[];
  /** Whether Enter means the choice one stands at: only after something was typed or gone to. */
  meant: boolean;
}

export function offeredOf(column: Column, query: string): readonly Choice[] {
  const choices = column.choices ?? [];
  const key = squash(query);
  if (key === '') return choices;
  return choices.filter((c) => [c.label, c.value, ...(c.also ?? [])].some((name) => squash(name).includes(key)));
}

export function choosingFrom(column: Column, cell: Cell, query: string): Choosing {
  const taken = codesOf(cell);
  const at = offeredOf(column, query).findIndex((c) => c.value === taken[0]);
  return { query, at: query === '' ? Math.max(at, 0) : 0, taken, meant: query !== '' };
}

export function gone(column: Column, now: Choosing, way: 'up' | 'down'): Choosing {
  const count = offeredOf(column, now.query).length;
  const at = now.at + (way === 'down' ? 1 : -1);
  return count === 0 ? now : { ...now, at: (at + count) % count, meant: true };
}

/** Takes a choice, or lets it go again. Of a single choice it replaces the one before. */
export function toggled(column: Column, now: Choosing, value: string): Choosing {
  const without = now.taken.filter((each) => each !== value);
  if (column.kind === 'choice') return { ...now, taken: [value] };
  return { ...now, taken: without.length < now.taken.length ? without : [...now.taken, value] };
}
