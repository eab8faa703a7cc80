import { useState } from 'react';

/** An act sent one at a time: whether it is under way, what it was refused with, and how to begin it. */
export function useSending<A extends unknown[]>(
  act: (...args: A) => Promise<void>,
  /** What else to do with a refusal: to mark the fields it names. */
  onRefused?: (error: unknown) => void,
) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function send(...args: A): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await act(...args);
    } catch (e) {
      setError(e);
      onRefused?.(e);
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, send };
}
