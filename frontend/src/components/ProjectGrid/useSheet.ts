import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { frozenWidth } from './frozen';
import type { Spot } from './selection';
import type { Column } from './types';

/** Where the active cell stands in the sheet, and in the frame around the part of the sheet that is in sight. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
  frameLeft: number;
  frameTop: number;
  /** Whether what hangs from the cell had better hang upwards. */
  up: boolean;
}

export interface Sheet {
  frame: RefObject<HTMLDivElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  table: RefObject<HTMLTableElement | null>;
  body: RefObject<HTMLTableSectionElement | null>;
}

/** Knows the drawn table: where cells are, and how to bring one into sight. */
export function useSheet(columns: readonly Column[]) {
  const sheet: Sheet = {
    frame: useRef<HTMLDivElement>(null),
    scroller: useRef<HTMLDivElement>(null),
    table: useRef<HTMLTableElement>(null),
    body: useRef<HTMLTableSectionElement>(null),
  };

  const cellAt = ({ row, col }: Spot) => sheet.body.current?.rows[row]?.cells[col + 1];

  function edges() {
    return {
      top: sheet.table.current?.tHead?.offsetHeight ?? 0,
      bottom: sheet.table.current?.tFoot?.offsetHeight ?? 0,
    };
  }

  return {
    ...sheet,
    place(spot: Spot): Place | null {
      const cell = cellAt(spot);
      const view = sheet.scroller.current;
      if (!cell || !view) return null;
      const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = cell;
      const frameTop = top - view.scrollTop + view.offsetTop;
      const below = view.clientHeight - (top - view.scrollTop) - height;
      return {
        left,
        top,
        width,
        height,
        frameLeft: left - view.scrollLeft,
        frameTop,
        up: below < 320 && below < top - view.scrollTop,
      };
    },
    reveal(spot: Spot) {
      const cell = cellAt(spot);
      const view = sheet.scroller.current;
      if (!cell || !view) return;
      const { top, bottom } = edges();
      if (cell.offsetTop < view.scrollTop + top) view.scrollTop = cell.offsetTop - top;
      const low = cell.offsetTop + cell.offsetHeight - (view.clientHeight - bottom);
      if (low > view.scrollTop) view.scrollTop = low;
      if (columns[spot.col]?.frozen) return;
      if (cell.offsetLeft < view.scrollLeft + frozenWidth(columns))
        view.scrollLeft = cell.offsetLeft - frozenWidth(columns);
      const far = cell.offsetLeft + cell.offsetWidth - view.clientWidth;
      if (far > view.scrollLeft) view.scrollLeft = far;
    },
    /** How many rows are in sight. */
    page(): number {
      const { top, bottom } = edges();
      const tall = sheet.body.current?.rows[0]?.offsetHeight || 36;
      return Math.max(1, Math.floor(((sheet.scroller.current?.clientHeight ?? 0) - top - bottom) / tall) - 1);
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
