import { clearing, fillingDown } from './edits';
import type { Edit } from './model';
import { type Rect, type Selection, single } from './selection';
import type { CellChange, Column, Lock, Row } from './types';

interface Around {
  rows: readonly Row[];
  columns: readonly Column[];
  selection: Selection;
  rect: Rect;
  lock: Lock;
  newRow: ((taken: ReadonlySet<string>) => Row) | undefined;
  act: (edits: readonly Edit[]) => void;
  back: (which: 'undo' | 'redo') => readonly Edit[] | null;
  select: (next: Selection) => void;
  say: (message: string) => void;
}

/** What is done to the selected cells and rows at once. */
export function rowActs({ rows, columns, selection, rect, lock, newRow, act, back, select, say }: Around) {
  const { at, to } = selection;
  const ids = () => rows.slice(rect.top, rect.bottom + 1).map((row) => row.id);

  function change({ changes, locked }: { changes: CellChange[]; locked: number }, done: string) {
    if (changes.length > 0) act([{ kind: 'cells', changes }]);
    say(locked > 0 ? `${done}，${locked} 格不可修改` : done);
  }

  /** Goes to the first cell an undo changed, so that one sees what it did. */
  function show(edits: readonly Edit[]) {
    const first = edits.find((edit) => edit.kind === 'cells')?.changes[0];
    const row = rows.findIndex((each) => each.id === first?.rowId);
    const col = columns.findIndex((each) => each.key === first?.key);
    if (row >= 0 && col >= 0) select(single({ row, col }));
  }

  return {
    clear: (done = '已清空') => change(clearing(rows, columns, rect, lock), done),
    fillDown: () => change(fillingDown(rows, columns, rect, lock), '已向下填充'),
    travel(which: 'undo' | 'redo') {
      const word = which === 'undo' ? '撤销' : '重做';
      const done = back(which);
      say(done ? `已${word}` : `没有可${word}的操作`);
      if (done) show(done);
    },
    insertRow() {
      if (!newRow) return;
      const row = newRow(new Set(rows.map((each) => each.id)));
      act([{ kind: 'insert', rows: [row], after: rows[rect.bottom]?.id ?? null }]);
      const col = columns.findIndex((column) => lock(row, column) === null);
      select(single({ row: rows.length === 0 ? 0 : rect.bottom + 1, col: Math.max(col, 0) }));
      say('已插入一行');
    },
    removeRows() {
      act([{ kind: 'remove', ids: ids() }]);
      select(single({ row: rect.top, col: at.col }));
      say(`已删除 ${rect.bottom - rect.top + 1} 行，可按 Ctrl+Z 撤销`);
    },
    move(by: 1 | -1) {
      const beside = by > 0 ? rows[rect.bottom + 1] : rows[rect.top - 1];
      if (!beside) return;
      const after = by > 0 ? beside.id : (rows[rect.top - 2]?.id ?? null);
      act([{ kind: 'move', ids: ids(), after }]);
      select({ ...selection, at: { ...at, row: at.row + by }, to: { ...to, row: to.row + by } });
      say(`已移到第 ${rect.top + by + 1} 行`);
    },
  };
}
