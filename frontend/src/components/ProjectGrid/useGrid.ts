import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { parseTable } from '@/lib/paste';
import { spokenCell, titleOf } from './cell';
import { copied } from './clipboard';
import { clearing, fillingDown } from './edits';
import { type Command, commandOf } from './keys';
import { sayMark } from './marks';
import { type PastePlan, planPaste } from './pasting';
import type { GridProps } from './props';
import { single, sizeOf } from './selection';
import type { Act } from './Toolbar';
import type { CellChange, Column, Row } from './types';
import { useEdits } from './useEdits';
import { useHolding } from './useHolding';
import { useMarks } from './useMarks';
import { useMouse } from './useMouse';
import { useSelection } from './useSelection';
import { useSheet } from './useSheet';

/** All that happens in the grid, between what is drawn and who owns the rows. */
export function useGrid(props: GridProps) {
  const { columns, rows, readOnly = false, locked, newRow, ref } = props;
  const input = useRef<HTMLTextAreaElement>(null);
  const leaving = useRef(false);
  const [message, say] = useState('');
  const [plan, setPlan] = useState<PastePlan | null>(null);
  const [full, setFull] = useState(false);
  const marks = useMarks(props.marks);
  const edits = useEdits(props);
  const sheet = useSheet(columns);
  const { selection, rect, select, extend, go } = useSelection(rows.length, columns.length, sheet.page);
  const { at, to } = selection;
  const lock = useCallback(
    (row: Row, column: Column) => {
      if (readOnly) return '本表只供查看';
      return column.readOnly ? '由系统填写' : (locked?.(row, column) ?? null);
    },
    [readOnly, locked],
  );
  const holding = useHolding({ input, rows, columns, at, lock, act: edits.act, say });
  const { held } = holding;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place gone to
  useLayoutEffect(() => {
    if (!selection.whole) sheet.reveal(to);
  }, [to.row, to.col, full]);

  const focus = () => input.current?.focus({ preventScroll: true });
  const change = ({ changes, locked: kept }: { changes: CellChange[]; locked: number }, done: string) => {
    if (changes.length > 0) edits.act([{ kind: 'cells', changes }]);
    say(kept > 0 ? `${done}，${kept} 格不可修改` : done);
  };

  function back(which: 'undo' | 'redo') {
    const done = edits.back(which);
    say(done ? (which === 'undo' ? '已撤销' : '已重做') : which === 'undo' ? '没有可撤销的操作' : '没有可重做的操作');
    const first = done?.find((edit) => edit.kind === 'cells')?.changes[0];
    if (!first) return;
    const row = rows.findIndex((each) => each.id === first.rowId);
    const col = columns.findIndex((each) => each.key === first.key);
    if (row >= 0 && col >= 0) select(single({ row, col }));
  }

  function insertRow() {
    if (readOnly || !newRow) return;
    const row = newRow(new Set(rows.map((each) => each.id)));
    edits.act([{ kind: 'insert', rows: [row], after: rows[rect.bottom]?.id ?? null }]);
    select(
      single({
        row: rows.length === 0 ? 0 : rect.bottom + 1,
        col: Math.max(
          columns.findIndex((c) => lock(row, c) === null),
          0,
        ),
      }),
    );
    say('已插入一行');
  }

  const chosenIds = () => rows.slice(rect.top, rect.bottom + 1).map((row) => row.id);

  function move(by: 1 | -1) {
    const beside = by > 0 ? rows[rect.bottom + 1] : rows[rect.top - 1];
    if (!beside) return;
    const after = by > 0 ? beside.id : (rows[rect.top - 2]?.id ?? null);
    edits.act([{ kind: 'move', ids: chosenIds(), after }]);
    select({ ...selection, at: { ...at, row: at.row + by }, to: { ...to, row: to.row + by } });
    say(`已移到第 ${rect.top + by + 1} 行`);
  }

  function toolbar(act: Act) {
    focus();
    if (!holding.commit(null)) return;
    if (act === 'undo' || act === 'redo') back(act);
    else if (act === 'insertRow') insertRow();
    else if (act === 'removeRows') {
      edits.act([{ kind: 'remove', ids: chosenIds() }]);
      select(single({ row: rect.top, col: at.col }));
      say(`已删除 ${rect.bottom - rect.top + 1} 行，可按 Ctrl+Z 撤销`);
    } else if (act === 'fillDown') change(fillingDown(rows, columns, rect, lock), '已向下填充');
    else if (act === 'full') setFull(!full);
    else move(act === 'moveUp' ? -1 : 1);
  }

  /** False leaves the key to the browser. */
  function obey(command: Command): boolean {
    if (command.do !== 'go') say('');
    switch (command.do) {
      case 'go':
        if (!go(command.way, command.extend)) return false;
        say('');
        break;
      case 'commit':
        if (holding.commit(command.way) && command.way) go(command.way, false);
        break;
      case 'edit':
        holding.begin(null);
        break;
      case 'clear':
        change(clearing(rows, columns, rect, lock), '已清空');
        break;
      case 'fillDown':
        toolbar('fillDown');
        break;
      case 'undo':
      case 'redo':
        back(command.do);
        break;
      case 'all':
        select({ at: { row: 0, col: 0 }, to: { row: rows.length - 1, col: columns.length - 1 }, whole: true });
        break;
      case 'insertRow':
        insertRow();
        break;
      case 'cancel':
        if (held.mode !== 'move') holding.release();
        else if (full) setFull(false);
        else {
          leaving.current = true;
          say('再按 Tab 键离开表格');
        }
        break;
      case 'newline':
        input.current?.setRangeText('\n', input.current.selectionStart, input.current.selectionEnd, 'end');
        break;
      case 'toggle':
        // A blank typed over a cell is a blank; only a check and a list take it as a key.
        if (held.mode === 'pick') holding.pickHere();
        else if (columns[at.col]?.kind === 'check') holding.begin(null);
        else return false;
        break;
      case 'choose':
        holding.choose(command.way);
        break;
    }
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    const out = leaving.current && event.key === 'Tab';
    leaving.current = false;
    if (out) return;
    const { key, ctrlKey, metaKey, shiftKey, altKey, keyCode, nativeEvent } = event;
    const press = { key, ctrlKey, metaKey, shiftKey, altKey, keyCode, isComposing: nativeEvent.isComposing };
    const command = commandOf(press, held.mode);
    if (command && obey(command)) event.preventDefault();
  }

  function onCopy(event: ClipboardEvent) {
    if (held.mode !== 'move') return;
    event.preventDefault();
    const { text, html } = copied(rows, columns, rect);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    const size = `${rect.bottom - rect.top + 1} 行 ${rect.right - rect.left + 1} 列`;
    if (event.type === 'cut') change(clearing(rows, columns, rect, lock), `已剪切 ${size}`);
    else say(`已复制 ${size}`);
  }

  function onPaste(event: ClipboardEvent) {
    if (held.mode !== 'move') return;
    event.preventDefault();
    if (readOnly) return;
    const table = parseTable(event.clipboardData.getData('text/plain'));
    const next = planPaste(table, { rows, columns, rect, lock, newRow });
    const plain = next.height === 1 && next.width === 1 && next.edits.length > 0;
    if (plain && next.troubles.length + next.notes.length + next.locked + next.fresh === 0) paste(next);
    else setPlan(next);
  }

  function paste(done: PastePlan) {
    edits.act(done.edits);
    select(done.selection);
    setPlan(null);
    say(`已粘贴 ${done.height} 行 ${done.width} 列，可按 Ctrl+Z 撤销`);
  }

  useImperativeHandle(ref, () => ({
    focusCell(rowId, key) {
      const row = rows.findIndex((each) => each.id === rowId);
      const col = key === '' ? 0 : columns.findIndex((each) => each.key === key);
      if (row < 0 || col < 0 || !holding.commit(null)) return false;
      select(single({ row, col }));
      sheet.frame.current?.scrollIntoView({ block: 'nearest' });
      focus();
      return true;
    },
    forget: edits.forget,
  }));

  const mouse = useMouse({
    sheet,
    input,
    selection,
    editing: held.mode !== 'move',
    rows: rows.length,
    cols: columns.length,
    select,
    extend,
    commit: () => holding.commit(null),
    begin: () => holding.begin(null),
  });
  const row = rows[at.row];
  const column = columns[at.col];
  return {
    input,
    sheet,
    marks,
    lock,
    selection,
    rect,
    holding,
    mouse,
    plan,
    full,
    spoken: message || spokenOf(),
    toolbar,
    acts: actsOf(),
    paste,
    cancelPaste: () => setPlan(null),
    onKeyDown,
    onCopy,
    onPaste,
    onBlur(_: FocusEvent) {
      // A window put aside keeps what is being typed.
      if (held.mode !== 'move' && document.hasFocus()) holding.commit(null);
    },
  };

  function spokenOf(): string {
    if (!row || !column) return '';
    if (sizeOf(rect) > 1) return `选中 ${rect.bottom - rect.top + 1} 行 ${rect.right - rect.left + 1} 列`;
    const own = (marks.get(row.id) ?? []).filter((m) => m.key === column.key || m.key === '');
    const why = lock(row, column);
    return [
      `第 ${at.row + 1} 行，${titleOf(column)}：${spokenCell(column, row.cells[column.key] ?? '')}`,
      ...own.map(sayMark),
      ...(why !== null && !readOnly ? ['不可修改'] : []),
    ].join('。');
  }

  function actsOf(): { act: Act; may: boolean }[] {
    const some = rows.length > 0;
    const acts: { act: Act; may: boolean }[] = [{ act: 'full', may: true }];
    if (readOnly) return acts;
    if (props.onMove) {
      acts.unshift(
        { act: 'moveUp', may: some && rect.top > 0 },
        { act: 'moveDown', may: some && rect.bottom < rows.length - 1 },
      );
    }
    if (props.onRemove) acts.unshift({ act: 'removeRows', may: some });
    if (newRow) acts.unshift({ act: 'insertRow', may: true });
    acts.unshift({ act: 'undo', may: edits.mayUndo }, { act: 'redo', may: edits.mayRedo });
    acts.splice(acts.length - 1, 0, { act: 'fillDown', may: some });
    return acts;
  }
}
