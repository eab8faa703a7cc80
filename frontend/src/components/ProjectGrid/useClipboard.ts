import { type ClipboardEvent, useState } from 'react';
import { parseTable } from '@/lib/paste';
import { copied } from './clipboard';
import type { Edit } from './model';
import { type Ground, type PastePlan, planPaste } from './pasting';
import type { Selection } from './selection';
import { sizeWords } from './spoken';

interface Around {
  ground: Ground;
  editing: boolean;
  readOnly: boolean;
  act: (edits: readonly Edit[]) => void;
  clear: (done: string) => void;
  select: (next: Selection) => void;
  say: (message: string) => void;
}

/** Copy and paste. They come as events of the text field, for an office's plain http gives no other way to the clipboard. */
export function useClipboard({ ground, editing, readOnly, act, clear, select, say }: Around) {
  const [plan, setPlan] = useState<PastePlan | null>(null);

  function paste(done: PastePlan) {
    act(done.edits);
    select(done.selection);
    setPlan(null);
    say(`已粘贴 ${done.height} 行 ${done.width} 列，可按 Ctrl+Z 撤销`);
  }

  return {
    plan,
    paste,
    cancel: () => setPlan(null),
    onCopy(event: ClipboardEvent) {
      if (editing) return;
      event.preventDefault();
      const { text, html } = copied(ground.rows, ground.columns, ground.rect);
      event.clipboardData.setData('text/plain', text);
      event.clipboardData.setData('text/html', html);
      if (event.type === 'cut') clear(`已剪切 ${sizeWords(ground.rect)}`);
      else say(`已复制 ${sizeWords(ground.rect)}`);
    },
    onPaste(event: ClipboardEvent) {
      if (editing) return;
      event.preventDefault();
      if (readOnly) return;
      const next = planPaste(parseTable(event.clipboardData.getData('text/plain')), ground);
      // One cell that says all is like typing; anything else is shown first.
      const one = next.height === 1 && next.width === 1 && next.edits.length > 0;
      if (one && next.notes.length + next.fresh + next.beyondRows + next.beyondColumns === 0) paste(next);
      else setPlan(next);
    },
  };
}
