import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { frozenWidth, rowHeight, starts } from './layout';
import type { Spot } from './selection';
import type { Column } from './types';

/** Where the active cell stands in the sheet, and in the frame around the part of the sheet that is in sight. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
  /** How much of it the frozen columns cover. */
  covered: number;
  frameLeft: number;
  frameTop: number;
  /** The width of the frame. */
  room: number;
  /** Whether what hangs from the cell had better hang upwards. */
  up: boolean;
}

export interface Sheet {
  frame: RefObject<HTMLDivElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  table: RefObject<HTMLTableElement | null>;
}

/** Knows the drawn table: where cells are, and how to bring one into sight. */
export function useSheet(columns: readonly Column[]) {
  const sheet: Sheet = {
    frame: useRef<HTMLDivElement>(null),
    scroller: useRef<HTMLDivElement>(null),
    table: useRef<HTMLTableElement>(null),
  };

  const left = starts(columns);

  const head = () => sheet.table.current?.tHead?.offsetHeight ?? 0;

  /** A row's place in the sheet: rows are all alike, so nothing is measured. */
  function rowAt(row: number): { top: number; height: number } | null {
    if (!sheet.table.current?.tBodies[0]?.rows[row]) return null;
    return { top: head() + row * rowHeight, height: rowHeight };
  }

  function edges() {
    return { top: head(), bottom: sheet.table.current?.tFoot?.offsetHeight ?? 0 };
  }

  return {
    ...sheet,
    place({ row, col }: Spot): Place | null {
      const line = rowAt(row);
      const view = sheet.scroller.current;
      const column = columns[col];
      if (!line || !view || !column) return null;
      const shift = column.frozen ? view.scrollLeft : 0;
      const from = (left[col] ?? 0) + shift;
      const { top, height } = line;
      const below = view.clientHeight - (top - view.scrollTop) - height;
      return {
        left: from,
        top,
        width: column.width,
        height,
        covered: column.frozen ? 0 : Math.max(0, view.scrollLeft + frozenWidth(columns) - from),
        frameLeft: from - view.scrollLeft,
        frameTop: top - view.scrollTop + view.offsetTop,
        room: view.clientWidth,
        up: below < 320 && below < top - view.scrollTop,
      };
    },
    reveal({ row, col }: Spot) {
      const line = rowAt(row);
      const view = sheet.scroller.current;
      const column = columns[col];
      if (!line || !view || !column) return;
      const { top, bottom } = edges();
      if (line.top < view.scrollTop + top) view.scrollTop = line.top - top;
      const low = line.top + line.height - (view.clientHeight - bottom);
      if (low > view.scrollTop) view.scrollTop = low;
      if (column.frozen) return;
      const from = left[col] ?? 0;
      if (from < view.scrollLeft + frozenWidth(columns)) view.scrollLeft = from - frozenWidth(columns);
      const far = from + column.width - view.clientWidth;
      if (far > view.scrollLeft) view.scrollLeft = far;
    },
    /** How many rows are in sight. */
    page(): number {
      const { top, bottom } = edges();
      return Math.max(1, Math.floor(((sheet.scroller.current?.clientHeight ?? 0) - top - bottom) / rowHeight) - 1);
    },
  };
}

/** The place of a spot, followed when the sheet is drawn again or scrolled. */
export function usePlace(place: (spot: Spot) => Place | null, spot: Spot, scroller: Sheet['scroller'], drawn: unknown) {
  const [now, setNow] = useState<Place | null>(null);
  const { row, col } = spot;
  const update = useRef(() => {});
  update.current = () => {
    const next = place({ row, col });
    setNow((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever what is drawn has changed
  useLayoutEffect(() => update.current(), [row, col, drawn]);
  useEffect(() => {
    const view = scroller.current;
    const follow = () => update.current();
    // At first the sheet's frame is not there before this.
    follow();
    view?.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', follow);
    return () => {
      view?.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, [scroller]);
  return now;
}
