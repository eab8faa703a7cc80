import { useEffect } from 'react';

/** Asks before the page with something typed is closed. */
export function useStay(typed: boolean) {
  useEffect(() => {
    if (!typed) return;
    const stay = (e: BeforeUnloadEvent) => e.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [typed]);
}
