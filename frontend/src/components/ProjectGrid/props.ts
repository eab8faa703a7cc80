import type { Ref } from 'react';
import type { Busy, CellChange, Column, GridHandle, Lock, Mark, Row } from './types';

export interface GridProps {
  /** What the grid holds, for readers of the screen: 项目清单. */
  name: string;
  /** Keep the array's identity between renders. */
  columns: readonly Column[];
  rows: readonly Row[];
  marks?: readonly Mark[];
  /** What becomes of a row's saving, by its id. */
  busy?: Readonly<Record<string, Busy>>;
  readOnly?: boolean;
  locked?: Lock;
  /** A further row, its id none of those taken. Without it no rows can be added. */
  newRow?: (taken: ReadonlySet<string>) => Row;
  onChange?: (changes: readonly CellChange[]) => void;
  /** Rows to stand behind one, or first for null: new ones, and removed ones an undo brings back. */
  onInsert?: (rows: readonly Row[], after: string | null) => void;
  onRemove?: (ids: readonly string[]) => void;
  onMove?: (ids: readonly string[], after: string | null) => void;
  /** Said where there are no rows. */
  empty?: string;
  ref?: Ref<GridHandle>;
}
