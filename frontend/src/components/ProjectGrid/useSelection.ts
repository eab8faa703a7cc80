import { useRef, useState } from 'react';
import { along, type Extent, rectOf, type Selection, type Spot, single, type Way, within } from './selection';

/** What is selected, and ways from there. */
export function useSelection(rows: number, cols: number, page: () => number) {
  const [kept, setKept] = useState<Selection>(single({ row: 0, col: 0 }));
  const tabbedFrom = useRef<number | null>(null);
  const extent: Extent = { rows, cols, page: 1 };
  const selection: Selection = { ...kept, at: within(kept.at, extent), to: within(kept.to, extent) };

  function select(next: Selection) {
    tabbedFrom.current = null;
    setKept(next);
  }

  return {
    selection,
    rect: rectOf(selection),
    select,
    extend: (to: Spot) => select({ at: selection.at, to }),
    /** False where the way leads out of the table. */
    go(way: Way, far: boolean): boolean {
      const next = along(way, far ? selection.to : selection.at, { ...extent, page: page() });
      if (!next) return false;
      const began = tabbedFrom.current;
      const enter = way === 'below' || way === 'above';
      select(far ? { at: selection.at, to: next } : single(enter && began !== null ? { ...next, col: began } : next));
      if (way === 'next' || way === 'previous') tabbedFrom.current = began ?? selection.at.col;
      return true;
    },
  };
}
