import type { TableColumnType } from 'antd';
import { useState } from 'react';
import { useMe } from '@/api/session';

export interface ColumnChoice {
  key: string;
  title: string;
}

/**
 * The columns of a list somebody wants to see, kept in this browser for each account. What is kept are the columns hidden, so that one
 * added later is seen; those that stay in sight while scrolling say what a line is about and cannot be hidden.
 */
export function useColumns<T>(list: string, columns: readonly TableColumnType<T>[]) {
  const kept = `xianjie.columns.${list}:${useMe().accountId}`;
  const [hidden, setHidden] = useState(() => (localStorage.getItem(kept) ?? '').split(',').filter((k) => k !== ''));
  const shown = columns.filter((c) => c.fixed || !hidden.includes(String(c.key)));
  const choices = columns
    .filter((c) => !c.fixed)
    .map((c): ColumnChoice => ({ key: String(c.key), title: typeof c.title === 'string' ? c.title : String(c.key) }));
  const width = shown.reduce((sum, c) => sum + Number(c.width ?? 0), 0);
  const hide = (keys: string[]) => {
    if (keys.length > 0) localStorage.setItem(kept, keys.join(','));
    else localStorage.removeItem(kept);
    setHidden(keys);
  };
  return { shown, width, choices, hidden, hide };
}
