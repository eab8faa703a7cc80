import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Act, offersOf } from './acts';
import type { GridProps } from './props';
import { rowActs } from './rowActs';
import { single } from './selection';
import { spokenOf } from './spoken';
import type { Column, Row } from './types';
import { useClipboard } from './useClipboard';
import { useEdits } from './useEdits';
import { useHolding } from './useHolding';
import { useKeyboard } from './useKeyboard';
import { useLatest } from './useLatest';
import { useMarks } from './useMarks';
import { useMouse } from './useMouse';
import { useSelection } from './useSelection';
import { useSheet } from './useSheet';

/** All that happens in the grid, between what is drawn and who owns the rows. */
export function useGrid(props: GridProps) {
  const { columns, rows, readOnly = false, locked, newRow, ref } = props;
  const input = useRef<HTMLTextAreaElement>(null);
  const [message, say] = useState('');
  const [full, setFull] = useState(false);
  const marks = useMarks(props.marks);
  const edits = useEdits(props);
  const sheet = useSheet(columns);
  const { selection, rect, select, extend, go } = useSelection(rows.length, columns.length, sheet.page);
  const { at, to } = selection;
  const row = rows[at.row];
  const column = columns[at.col];
  const lock = useCallback(
    (own: Row, of: Column) => {
      if (readOnly) return '本表只供查看';
      return of.readOnly ? '由系统填写' : (locked?.(own, of) ?? null);
    },
    [readOnly, locked],
  );
  const holding = useHolding({ input, rows, columns, at, lock, act: edits.act, say });
  const editing = holding.held.mode !== 'move';
  const acts = rowActs({ rows, columns, selection, rect, lock, newRow, select, say, act: edits.act, back: edits.back });
  const clipboard = useClipboard({
    ground: { rows, columns, rect, lock, newRow },
    editing,
    readOnly,
    act: edits.act,
    clear: acts.clear,
    select,
    say,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place gone to
  useLayoutEffect(() => {
    if (!selection.whole) sheet.reveal(to);
  }, [to.row, to.col, full]);

  const focus = () => input.current?.focus({ preventScroll: true });

  const toolbar = useLatest((act: Act) => {
    focus();
    if (!holding.commit(null)) return;
    if (act === 'undo' || act === 'redo') acts.travel(act);
    else if (act === 'full') setFull(!full);
    else if (act === 'moveUp' || act === 'moveDown') acts.move(act === 'moveUp' ? -1 : 1);
    else acts[act]();
  });

  useImperativeHandle(ref, () => ({
    focusCell(rowId, key) {
      const to = { row: rows.findIndex((r) => r.id === rowId), col: key ? columns.findIndex((c) => c.key === key) : 0 };
      if (to.row < 0 || to.col < 0 || !holding.commit(null)) return false;
      select(single(to));
      sheet.frame.current?.scrollIntoView({ block: 'nearest' });
      focus();
      return true;
    },
    forget: edits.forget,
  }));

  const size = { rows: rows.length, cols: columns.length };
  const commit = () => holding.commit(null);
  const offers = useOffers(props, edits, rect.top > 0, rect.bottom < rows.length - 1);
  return {
    input,
    sheet,
    marks,
    lock,
    selection,
    rect,
    holding,
    clipboard,
    full,
    toolbar,
    offers,
    spoken: message || spokenOf({ at, rect, row, column, marks: row && marks.get(row.id), locked: isLocked() }),
    mouse: useMouse({
      input,
      selection,
      editing,
      ...size,
      select,
      extend,
      commit,
      begin: () => holding.begin(null),
    }),
    onKeyDown: useKeyboard({
      ...{ input, holding, acts, column, readOnly, full, go, select, say, ...size },
      leaveFull: () => setFull(false),
    }),
    onBlur() {
      // A window put aside keeps what is being typed.
      if (editing && document.hasFocus()) commit();
    },
  };

  function isLocked(): boolean {
    return !readOnly && row !== undefined && column !== undefined && lock(row, column) !== null;
  }
}

/** The buttons, the same list until one of them changes. */
function useOffers(props: GridProps, edits: { mayUndo: boolean; mayRedo: boolean }, above: boolean, below: boolean) {
  const { readOnly = false, newRow, onRemove, onMove, rows } = props;
  const [adds, removes, moves, some] = [
    newRow !== undefined,
    onRemove !== undefined,
    onMove !== undefined,
    rows.length > 0,
  ];
  const { mayUndo: undoes, mayRedo: redoes } = edits;
  return useMemo(
    () => offersOf({ readOnly, adds, removes, moves, some, undoes, redoes, above, below }),
    [readOnly, adds, removes, moves, some, undoes, redoes, above, below],
  );
}
