import { useRef } from 'react';
import { newKey } from '@/api/client';

/** One key for each content: sending the same again after a broken line is the same command, changing a word makes a new one. */
export function useAttempt() {
  const last = useRef({ content: '', key: '' });
  return (content: unknown): string => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, key: newKey() };
    return last.current.key;
  };
}
