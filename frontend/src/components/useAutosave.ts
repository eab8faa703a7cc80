import { useCallback, useEffect, useRef, useState } from 'react';
import { isRefusal } from '@/api/problem';
import type { Saving } from './SaveStatus';

interface Options<T> {
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
export function useAutosave<T>({ name, initial, version, save, enabled }: Options<T>) {
  const key = `xianjie.draft.${name}`;
  const [value, setValue] = useState(initial);
  const [saving, setSaving] = useState<Saving>({ state: 'clean' });
  const [conflict, setConflict] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const now = useRef({ value: initial, version, dirty: false, stopped: !enabled });
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
        n.version = await sender.current(n.value, n.version);
        setError(null);
        if (n.dirty) continue;
        localStorage.removeItem(key);
        setSaving({ state: 'saved', at: Date.now() });
      } catch (e) {
        n.dirty = true;
        const status = isRefusal(e) ? e.status : 500;
        if (status === 412 || status === 428) {
          n.stopped = true;
          setConflict(true);
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
      keep(key, n);
      if (n.stopped) return;
      setSaving({ state: 'waiting' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush, key],
  );

  /** Goes on with a value over a version: after a choice between two, or after a file was taken in. */
  const settle = useCallback(
    (to: T, over: number, unsaved: boolean) => {
      now.current = { value: to, version: over, dirty: unsaved, stopped: !enabled };
      setValue(to);
      setConflict(false);
      setError(null);
      if (unsaved) return flush();
      localStorage.removeItem(key);
      setSaving({ state: 'clean' });
      return Promise.resolve(over);
    },
    [enabled, flush, key],
  );

  // A copy that never reached the server: over the same version it is taken up, over another the person is asked.
  useEffect(() => {
    const kept = enabled ? read<T>(key) : null;
    if (!kept) return;
    now.current.value = kept.value;
    now.current.dirty = true;
    setValue(kept.value);
    if (kept.version === now.current.version) void flush();
    else {
      now.current.stopped = true;
      setConflict(true);
    }
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

function keep<T>(key: string, n: { value: T; version: number }) {
  localStorage.setItem(key, JSON.stringify({ value: n.value, version: n.version }));
}

function read<T>(key: string): { value: T; version: number } | null {
  const text = localStorage.getItem(key);
  return text === null ? null : JSON.parse(text);
}
