import type { ReactNode } from 'react';
import styles from './Tag.module.css';
import type { Tone } from './verdict';

const signs: Record<Tone, string> = { good: '✓', bad: '✕', near: '!', plain: '', action: '' };

/** A word with a sign and a colour: the colour never stands alone. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      {signs[tone] !== '' && <span aria-hidden="true">{signs[tone]} </span>}
      {children}
    </span>
  );
}
