import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { type Command, commandOf } from './keys';
import type { rowActs } from './rowActs';
import type { Selection, Way } from './selection';
import type { Column } from './types';
import type { useHolding } from './useHolding';

interface Around {
  input: RefObject<HTMLTextAreaElement | null>;
  holding: ReturnType<typeof useHolding>;
  acts: ReturnType<typeof rowActs>;
  column: Column | undefined;
  rows: number;
  cols: number;
  readOnly: boolean;
  full: boolean;
  go: (way: Way, far: boolean) => boolean;
  select: (next: Selection) => void;
  leaveFull: () => void;
  say: (message: string) => void;
}

const changing = new Set(['clear', 'fillDown', 'undo', 'redo', 'insertRow']);

/** Does what the keys ask for. */
export function useKeyboard(around: Around) {
  const { input, holding, acts, column, rows, cols, readOnly, full, go, select, leaveFull, say } = around;
  const leaving = useRef(false);

  /** False leaves the key to the browser. */
  function obey(command: Command): boolean {
    if (readOnly && changing.has(command.do)) return true;
    switch (command.do) {
      case 'go':
        say('');
        return go(command.way, command.extend);
      case 'commit':
        say('');
        if (holding.commit(command.way) && command.way) go(command.way, false);
        return true;
      case 'edit':
        holding.begin(null);
        return true;
      case 'clear':
        acts.clear();
        return true;
      case 'fillDown':
        acts.fillDown();
        return true;
      case 'undo':
      case 'redo':
        acts.travel(command.do);
        return true;
      case 'insertRow':
        acts.insertRow();
        return true;
      case 'all':
        say('');
        select({ at: { row: 0, col: 0 }, to: { row: rows - 1, col: cols - 1 }, whole: true });
        return true;
      case 'cancel':
        cancel();
        return true;
      case 'newline':
        newline();
        return true;
      case 'toggle':
        // A blank typed over a cell is a blank; only a check and a list take it as a key.
        if (holding.held.mode === 'pick') holding.pickHere();
        else if (column?.kind === 'check') holding.begin(null);
        else return false;
        return true;
      case 'choose':
        holding.choose(command.way);
        return true;
    }
  }

  function cancel() {
    if (holding.held.mode !== 'move') holding.release();
    else if (full) leaveFull();
    else {
      leaving.current = true;
      say('再按 Tab 键离开表格');
    }
  }

  function newline() {
    const field = input.current;
    if (!field || !column?.long) return;
    field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  return (event: KeyboardEvent) => {
    const out = leaving.current && event.key === 'Tab';
    leaving.current = false;
    if (out) return;
    const { key, ctrlKey, metaKey, shiftKey, altKey, keyCode, nativeEvent } = event;
    const press = { key, ctrlKey, metaKey, shiftKey, altKey, keyCode, isComposing: nativeEvent.isComposing };
    const command = commandOf(press, holding.held.mode);
    if (command && obey(command)) event.preventDefault();
  };
}
