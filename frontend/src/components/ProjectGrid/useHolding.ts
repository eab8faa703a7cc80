import { type RefObject, useState } from 'react';
import { type Cleaned, good } from '@/lib/clean/cleaned';
import { cleanCell, plainCell } from './cell';
import { type Choosing, choosingFrom, gone, offeredOf, toggled } from './choosing';
import { change } from './edits';
import type { Mode } from './keys';
import type { Edit } from './model';
import type { Spot, Way } from './selection';
import type { Column, Lock, Row } from './types';

/** How the active cell is held: by what mode, whose it is, and why what stands in it was refused. */
interface Held {
  mode: Mode;
  rowId: string;
  choosing: Choosing | null;
  trouble: string | null;
}

const free: Held = { mode: 'move', rowId: '', choosing: null, trouble: null };

interface Around {
  input: RefObject<HTMLTextAreaElement | null>;
  rows: readonly Row[];
  columns: readonly Column[];
  at: Spot;
  lock: Lock;
  act: (edits: readonly Edit[]) => void;
  say: (message: string) => void;
}

/** Typing into the active cell, and taking what was typed. */
export function useHolding({ input, rows, columns, at, lock, act, say }: Around) {
  const [held, setHeld] = useState(free);
  const column = columns[at.col];

  const put = (text: string) => {
    if (input.current) input.current.value = text;
  };
  const release = () => {
    put('');
    setHeld(free);
  };
  const keep = (row: Row, to: string, own: Column) => {
    const changes = change(row, own, to);
    if (changes.length > 0) act([{ kind: 'cells', changes }]);
  };

  /** Begins with what the cell holds, or with what was typed over it. */
  function begin(typed: string | null) {
    const row = rows[at.row];
    if (!row || !column) return release();
    const why = lock(row, column);
    const present = row.cells[column.key] ?? '';
    if (why !== null || column.kind === 'check') {
      release();
      if (why !== null) say(`不可修改：${why}`);
      else if (typed === null) keep(row, present === '' ? '1' : '', column);
      return;
    }
    const listed = column.kind === 'choice' || column.kind === 'multi';
    // What an input method is composing must not be written over.
    if (typed === null) put(listed ? '' : plainCell(column, present));
    const choosing = listed ? choosingFrom(column, present, typed ?? '') : null;
    setHeld({ mode: listed ? 'pick' : typed === null ? 'caret' : 'type', rowId: row.id, choosing, trouble: null });
  }

  /** Takes what was typed. False when it cannot be read: then it stays, with the reason beside it. */
  function commit(way: Way | null): boolean {
    if (held.mode === 'move') return true;
    const row = rows.find((each) => each.id === held.rowId);
    if (!row || !column) {
      release();
      return true;
    }
    const present = row.cells[column.key] ?? '';
    const text = input.current?.value ?? '';
    if (held.choosing && column.kind === 'multi' && text !== '' && way === 'below') return pickHere(held.choosing);
    const read = held.choosing
      ? chosen(column, held.choosing, way === 'below' || way === 'above')
      : held.mode === 'caret' && text === plainCell(column, present)
        ? good(present)
        : cleanCell(column, text);
    if (!read.ok) {
      setHeld({ ...held, trouble: read.wrong });
      return false;
    }
    keep(row, read.value, column);
    release();
    if (read.note !== undefined) say(read.note);
    return true;
  }

  /** Takes the choice one stands at and goes on choosing. */
  function pickHere(choosing: Choosing): boolean {
    const here = column && offeredOf(column, choosing.query)[choosing.at];
    if (here) pick(here.value);
    else setHeld({ ...held, trouble: `没有名称含“${choosing.query}”的选项` });
    return false;
  }

  function pick(value: string) {
    if (!held.choosing || !column) return;
    put('');
    const choosing = toggled(column, { ...held.choosing, query: '', meant: false }, value);
    const at = (column.choices ?? []).findIndex((c) => c.value === value);
    setHeld({ ...held, choosing: { ...choosing, at: Math.max(at, 0) }, trouble: null });
  }

  return {
    held,
    begin,
    commit,
    release,
    /** A click on a choice: of a single choice that is all. */
    clickChoice(value: string) {
      const row = rows.find((each) => each.id === held.rowId);
      if (!row || !column || column.kind === 'multi') return pick(value);
      keep(row, value, column);
      release();
    },
    pickHere: () => held.choosing && pickHere(held.choosing),
    choose: (way: 'up' | 'down') =>
      held.choosing && column && setHeld({ ...held, choosing: gone(column, held.choosing, way) }),
    typed(text: string) {
      if (held.mode === 'move') {
        if (text !== '') begin(text);
      } else if (held.choosing) {
        setHeld({ ...held, choosing: { ...held.choosing, query: text, at: 0, meant: text !== '' }, trouble: null });
      } else if (held.trouble !== null) setHeld({ ...held, trouble: null });
    },
  };
}

function chosen(column: Column, { query, at, taken, meant }: Choosing, enter: boolean): Cleaned {
  const here = offeredOf(column, query)[at];
  if (query !== '' && !here) return { ok: false, wrong: `没有名称含“${query}”的选项` };
  if (column.kind === 'choice') return good(here && (meant || enter) ? here.value : (taken[0] ?? ''));
  const more = query !== '' && here && !taken.includes(here.value) ? [...taken, here.value] : taken;
  return good(more.join(','));
}
