import { useCallback, useEffect, useRef, useState } from 'react';
import { isRefusal } from '@/api/problem';
import { keep, keptOf, unkeep } from './localCopy';
import type { Saving } from './SaveStatus';

interface Options<T extends object> {
  /** Names the copy kept on this PC until the server has it. */
  name: string;
  initial: T;
  version: number;
  /** Sends over the version seen; answers the new one. */
  save: (value: T, version: number) => Promise<number>;
  /** Nothing is sent while a thing is locked. */
  enabled: boolean;
}

const pause = 1500;
const again = 8000;

/**
 * What is typed, saved by itself shortly after typing stops. Until the server has it a copy stays on this PC, so that a broken line, an ended
 * session or a closed browser loses nothing. When somebody else saved meanwhile, nothing is sent until the person has chosen.
 */
export function useAutosave<T extends object>({ name, initial, version, save, enabled }: Options<T>) {
  const key = `xianjie.draft.${name}`;
  const [value, setValue] = useState(initial);
  const [saving, setSaving] = useState<Saving>({ state: 'clean' });
  const [conflict, setConflict] = useState<{ base: T }>();
  const [error, setError] = useState<unknown>(null);
  const now = useRef({ value: initial, base: initial, version, dirty: false, stopped: !enabled });
  const flight = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const retry = useRef(() => {});
  const sender = useRef(save);
  sender.current = save;

  const send = useCallback(async () => {
    const n = now.current;
    while (n.dirty && !n.stopped) {
      n.dirty = false;
      setSaving({ state: 'saving' });
      try {
        const sent = n.value;
        n.version = await sender.current(sent, n.version);
        n.base = sent;
        setError(null);
        if (n.dirty) continue;
        unkeep(key);
        setSaving({ state: 'saved', at: Date.now() });
      } catch (e) {
        n.dirty = true;
        const status = isRefusal(e) ? e.status : 500;
        if (status === 412 || status === 428) {
          n.stopped = true;
          setConflict({ base: n.base });
          setSaving({ state: 'failed', why: '他处已改动' });
          return;
        }
        setError(e);
        const passing = status === 0 || status === 401 || status >= 500;
        setSaving({ state: 'failed', why: passing ? '暂存本机，稍后自动再存' : '请看说明' });
        if (passing) timer.current = setTimeout(() => retry.current(), again);
        return;
      }
    }
  }, [key]);

  const flush = useCallback(async (): Promise<number | undefined> => {
    clearTimeout(timer.current);
    if (flight.current) await flight.current;
    flight.current = send();
    await flight.current;
    flight.current = null;
    return now.current.dirty ? undefined : now.current.version;
  }, [send]);
  retry.current = () => void flush();

  const change = useCallback(
    (to: (before: T) => T) => {
      const n = now.current;
      n.value = to(n.value);
      n.dirty = true;
      setValue(n.value);
      keep(key, { value: n.value, version: n.version, base: n.base });
      if (n.stopped) return;
      setSaving({ state: 'waiting' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush, key],
  );

  /** Goes on with a value over a version and what that says: after a choice between two, or after a file was taken in. */
  const settle = useCallback(
    (to: T, over: number, base: T = to) => {
      const unsaved = to !== base;
      now.current = { value: to, base, version: over, dirty: unsaved, stopped: !enabled };
      setValue(to);
      setConflict(undefined);
      setError(null);
      if (unsaved) return flush();
      unkeep(key);
      setSaving({ state: 'clean' });
      return Promise.resolve(over);
    },
    [enabled, flush, key],
  );

  // A copy that never reached the server: over the same version it is taken up, over another the person is asked.
  useEffect(() => {
    const kept = enabled ? keptOf(key, now.current.value) : undefined;
    if (!kept) return;
    now.current.value = kept.value;
    now.current.dirty = true;
    setValue(kept.value);
    if (kept.version === now.current.version) {
      void flush();
      return;
    }
    // What is typed until the choice is made stays begun from where the copy was.
    now.current = { ...kept, dirty: true, stopped: true };
    setConflict({ base: kept.base });
  }, [enabled, flush, key]);

  useEffect(() => {
    const leave = (e: BeforeUnloadEvent) => {
      if (!now.current.dirty) return;
      void flush();
      e.preventDefault();
    };
    const back = () => void flush();
    addEventListener('beforeunload', leave);
    addEventListener('online', back);
    return () => {
      removeEventListener('beforeunload', leave);
      removeEventListener('online', back);
      void flush();
    };
  }, [flush]);

  return { value, change, saving, conflict, error, flush, settle };
}
