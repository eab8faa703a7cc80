import type { MouseEvent, RefObject } from 'react';
import { headRows } from './layout';
import type { Selection, Spot } from './selection';

interface Around {
  input: RefObject<HTMLTextAreaElement | null>;
  selection: Selection;
  editing: boolean;
  rows: number;
  cols: number;
  select: (next: Selection) => void;
  extend: (to: Spot) => void;
  /** Takes what is being typed; false when it cannot be. */
  commit: () => boolean;
  begin: () => void;
}

/** Selecting with the mouse. The focus stays in the one text field, so that keys, paste and input methods always work. */
export function useMouse({ input, selection, editing, rows, cols, select, extend, commit, begin }: Around) {
  /** The row and column of what lies under the mouse; -1 for the heads. */
  function spotOf(target: EventTarget | null): Spot | null {
    if (!(target instanceof Element)) return null;
    if (target === input.current) return selection.at;
    const cell = target.closest('td, th');
    if (!(cell instanceof HTMLTableCellElement)) return null;
    const row = cell.parentElement;
    if (row instanceof HTMLTableRowElement && row.parentElement?.matches('tbody')) {
      return { row: row.rowIndex - headRows, col: cell.cellIndex - 1 };
    }
    const column = cell.dataset.column;
    return column === undefined ? null : { row: -1, col: Number(column) };
  }

  function down(event: MouseEvent) {
    if (editing && event.target === input.current) return;
    const spot = spotOf(event.target);
    if (!spot || rows === 0) return;
    event.preventDefault();
    if (!commit()) return;
    input.current?.focus({ preventScroll: true });
    const { row, col } = spot;
    if (row < 0) return select({ at: { row: 0, col }, to: { row: rows - 1, col }, whole: true });
    if (col < 0) {
      const at = { row: event.shiftKey ? selection.at.row : row, col: 0 };
      return select({ at, to: { row, col: cols - 1 }, whole: true });
    }
    // A right click inside what is selected keeps it, for the menu.
    const menu = event.button === 2 && inside(selection, spot);
    if (event.shiftKey) extend(spot);
    else if (!menu) select({ at: spot, to: spot });
    if (event.button === 0) drag(event.shiftKey ? selection.at : spot);
  }

  function drag(from: Spot) {
    let last = from;
    const move = (e: globalThis.MouseEvent) => {
      const spot = e.target === input.current ? from : spotOf(e.target);
      if (!spot || spot.row < 0 || spot.col < 0 || (spot.row === last.row && spot.col === last.col)) return;
      last = spot;
      select({ at: from, to: spot });
    };
    const up = () => {
      document.removeEventListener('mousemove', move);
      document.removeEventListener('mouseup', up);
    };
    document.addEventListener('mousemove', move);
    document.addEventListener('mouseup', up);
  }

  return {
    down,
    double(event: MouseEvent) {
      const spot = spotOf(event.target);
      if (!editing && spot && spot.row >= 0 && spot.col >= 0) begin();
    },
  };
}

function inside({ at, to }: Selection, { row, col }: Spot): boolean {
  const between = (n: number, a: number, b: number) => n >= Math.min(a, b) && n <= Math.max(a, b);
  return between(row, at.row, to.row) && between(col, at.col, to.col);
}
