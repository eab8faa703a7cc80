export interface Spot {
  row: number;
  col: number;
}

/** The active cell, and the far corner of what is selected with it. */
export interface Selection {
  at: Spot;
  to: Spot;
  /** A whole row, column or table is selected without going to its far end. */
  whole?: boolean;
}

export interface Rect {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const single = (at: Spot): Selection => ({ at, to: at });

export function rectOf({ at, to }: Selection): Rect {
  return {
    top: Math.min(at.row, to.row),
    bottom: Math.max(at.row, to.row),
    left: Math.min(at.col, to.col),
    right: Math.max(at.col, to.col),
  };
}

export const sizeOf = (r: Rect): number => (r.bottom - r.top + 1) * (r.right - r.left + 1);

/** A way from cell to cell. Below and above are Enter's: after a run of Tab they return to the column it began in. */
export type Way =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'top'
  | 'bottom'
  | 'pageUp'
  | 'pageDown'
  | 'below'
  | 'above'
  | 'next'
  | 'previous';

export interface Extent {
  rows: number;
  cols: number;
  /** How many rows are in sight. */
  page: number;
}

const held = (n: number, count: number) => Math.max(0, Math.min(count - 1, n));

/** A spot kept inside the grid, when rows have gone. */
export const within = ({ row, col }: Spot, e: Extent): Spot => ({ row: held(row, e.rows), col: held(col, e.cols) });

/** Where a way leads. Next and previous go on over the end of a row; beyond the last cell they lead nowhere. */
export function along(way: Way, { row, col }: Spot, e: Extent): Spot | null {
  const spot = (r: number, c: number) => within({ row: r, col: c }, e);
  switch (way) {
    case 'up':
    case 'above':
      return spot(row - 1, col);
    case 'down':
    case 'below':
      return spot(row + 1, col);
    case 'left':
      return spot(row, col - 1);
    case 'right':
      return spot(row, col + 1);
    case 'rowStart':
      return spot(row, 0);
    case 'rowEnd':
      return spot(row, e.cols - 1);
    case 'first':
      return spot(0, 0);
    case 'last':
      return spot(e.rows - 1, e.cols - 1);
    case 'top':
      return spot(0, col);
    case 'bottom':
      return spot(e.rows - 1, col);
    case 'pageUp':
      return spot(row - e.page, col);
    case 'pageDown':
      return spot(row + e.page, col);
    case 'next': {
      const n = row * e.cols + col + 1;
      return n < e.rows * e.cols ? spot(Math.floor(n / e.cols), n % e.cols) : null;
    }
    case 'previous': {
      const n = row * e.cols + col - 1;
      return n >= 0 ? spot(Math.floor(n / e.cols), n % e.cols) : null;
    }
  }
}
