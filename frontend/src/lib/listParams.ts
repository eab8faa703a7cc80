import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a list shows lives in the address, so that a page can be kept, sent and gone back to. */
export interface ListParams {
  page: number;
  pageSize: number;
  sort: string | undefined;
  q: string | undefined;
  get: (name: string) => string | undefined;
  /** Changes some; everything but turning the page starts again at the first. Undefined or '' takes a filter away. */
  set: (changes: Record<string, string | number | undefined>) => void;
}

export function useListParams(pageSize = 50): ListParams {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string | number | undefined>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (!('page' in changes)) next.delete('page');
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return {
    page: whole(params.get('page'), 1),
    pageSize: Math.min(200, whole(params.get('pageSize'), pageSize)),
    sort: params.get('sort') ?? undefined,
    q: params.get('q') ?? undefined,
    get: (name) => params.get(name) ?? undefined,
    set,
  };
}

function whole(text: string | null, otherwise: number): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : otherwise;
}
