import { useMemo, useRef } from 'react';
import { marksByRow } from './marks';
import type { Mark } from './types';

const none: readonly Mark[] = [];

/** The marks of each row. A row whose marks are the same as before keeps its list, so that it is not drawn again. */
export function useMarks(marks: readonly Mark[] = none): ReadonlyMap<string, readonly Mark[]> {
  const before = useRef<ReadonlyMap<string, readonly Mark[]>>(new Map());
  return useMemo(() => {
    const now = new Map<string, readonly Mark[]>(marksByRow(marks));
    for (const [id, own] of now) {
      const old = before.current.get(id);
      if (old && JSON.stringify(old) === JSON.stringify(own)) now.set(id, old);
    }
    before.current = now;
    return now;
  }, [marks]);
}
