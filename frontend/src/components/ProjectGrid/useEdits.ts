import { useRef, useState } from 'react';
import { noHistory, recorded, redone, undone } from './history';
import { applied, type Edit } from './model';
import type { GridProps } from './props';

/** Does edits through the owner of the rows, and undoes them. */
export function useEdits({ rows, onChange, onInsert, onRemove, onMove }: GridProps) {
  const [history, setHistory] = useState(noHistory);
  // Two acts may follow each other before the owner's rows come back.
  const now = useRef({ seen: rows, rows });
  if (now.current.seen !== rows) now.current = { seen: rows, rows };

  function send(edits: readonly Edit[]) {
    for (const edit of edits) {
      now.current.rows = applied(now.current.rows, edit);
      if (edit.kind === 'cells') onChange?.(edit.changes);
      else if (edit.kind === 'insert') onInsert?.(edit.rows, edit.after);
      else if (edit.kind === 'remove') onRemove?.(edit.ids);
      else onMove?.(edit.ids, edit.after);
    }
  }

  return {
    mayUndo: history.past.length > 0,
    mayRedo: history.future.length > 0,
    act(edits: readonly Edit[]) {
      if (edits.length === 0) return;
      const before = now.current.rows;
      setHistory((h) => recorded(h, before, edits));
      send(edits);
    },
    /** Gives the edits done, or null when there was nothing to undo. */
    back(which: 'undo' | 'redo'): readonly Edit[] | null {
      const step = (which === 'undo' ? undone : redone)(history, now.current.rows);
      if (!step) return null;
      setHistory(step.history);
      send(step.edits);
      return step.edits;
    },
    forget: () => setHistory(noHistory),
  };
}
