import { useEffect, useRef } from 'react';

interface Keys {
  onSave: () => void;
  onNext: () => void;
  onHelp: () => void;
  /** Pages the document: -1 back, 1 forth. */
  onPage: (by: number) => void;
}

/** What each key does, for the table on the page. */
export const keyTable: [key: string, does: string][] = [
  ['1 2 3 4', '当前项定优、良、中、差'],
  ['↑ ↓', '上一项、下一项'],
  ['← →', '减一步、加一步'],
  ['Enter', '直接填写分数；再按 Enter 到下一项'],
  ['R', '填写当前项的理由；Esc 回到该项'],
  ['E', '左边跳到当前项的佐证'],
  ['PgUp PgDn', '材料翻页'],
  ['Ctrl + S', '立即保存'],
  ['Ctrl + Enter', '保存并打开下一份'],
  ['?', '显示、收起本表'],
];

/** The desk's own keys, wherever the focus is. In a text only those with Ctrl work. */
export function useDeskKeys(keys: Keys) {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      const act = actOf(e, now.current);
      if (!act) return;
      e.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function actOf(e: KeyboardEvent, keys: Keys): (() => void) | undefined {
  if (e.isComposing || e.altKey) return undefined;
  const ctrl = e.ctrlKey || e.metaKey;
  if (ctrl && e.key.toLowerCase() === 's') return keys.onSave;
  if (ctrl && e.key === 'Enter') return keys.onNext;
  if (ctrl || e.target instanceof HTMLTextAreaElement) return undefined;
  if (e.key === 'PageDown') return () => keys.onPage(1);
  if (e.key === 'PageUp') return () => keys.onPage(-1);
  if ((e.key === '?' || e.key === '？') && !(e.target instanceof HTMLInputElement)) return keys.onHelp;
  return undefined;
}
