import { useCallback, useRef } from 'react';

/** One function for good that does what the newest one does, so that what it is handed to is not drawn again. */
export function useLatest<A extends unknown[], R>(newest: (...args: A) => R): (...args: A) => R {
  const kept = useRef(newest);
  kept.current = newest;
  return useCallback((...args: A) => kept.current(...args), []);
}
