import type { Choice } from '@/lib/clean/choice';
import type { Cleaned } from '@/lib/clean/cleaned';
import type { MonthMeans } from '@/lib/clean/day';

declare module 'react' {
  interface CSSProperties {
    '--tracks'?: string;
    '--frozen'?: string;
  }
}

export type Kind = 'text' | 'money' | 'int' | 'date' | 'choice' | 'multi' | 'check';

/**
 * A cell is a text in one fixed form per kind, so that equal cells are equal texts: money a plain decimal in 万元, a date YYYY-MM-DD, a choice
 * its code, several choices their codes with commas between, a check 1. An empty cell is ''.
 */
export type Cell = string;

export interface Row {
  id: string;
  cells: Readonly<Record<string, Cell>>;
}

export interface Column {
  key: string;
  title: string;
  /** The heading above several columns that stand side by side. */
  group?: string;
  width: number;
  kind: Kind;
  frozen?: boolean;
  readOnly?: boolean;
  required?: boolean;
  /** A text of several lines. */
  long?: boolean;
  choices?: readonly Choice[];
  /** What a month alone means; month keeps months only. */
  month?: MonthMeans;
  help?: string;
  /** Added up in the last row. */
  total?: boolean;
  /** Begins a further part of the printed table. */
  breaks?: boolean;
  /** Reads a text where the kind alone does not say how. */
  clean?: (text: string) => Cleaned;
  show?: (cell: Cell) => string;
  /** How a cell is read aloud, where that is not what it shows. */
  describe?: (cell: Cell) => string;
}

export interface Mark {
  rowId: string;
  /** '' for the row as a whole. */
  key: string;
  message: string;
  severity: 'error' | 'warning';
}

export interface CellChange {
  rowId: string;
  key: string;
  from: Cell;
  to: Cell;
}

/** Why a cell may not be changed; null where it may. Keep the function's identity between renders, or every row is drawn again. */
export type Lock = (row: Row, column: Column) => string | null;

export type Busy = { state: 'saving' } | { state: 'failed'; why: string };

export interface GridHandle {
  /** Goes to a cell and shows it; key '' is the row's first. False when there is no such cell. */
  focusCell: (rowId: string, key: string) => boolean;
  /** Forgets what could be undone, when the rows were loaded anew. */
  forget: () => void;
}
