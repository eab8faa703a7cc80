import type { ReactNode } from 'react';
import styles from './Empty.module.css';

interface Props {
  what: string;
  /** What to do next, or when something comes; null where the emptiness itself is the good news. */
  next: ReactNode;
}

/** Nothing here, and what to do next. */
export function Empty({ what, next }: Props) {
  return (
    <div className={styles.empty}>
      <p>{what}</p>
      {next && <div className="quiet">{next}</div>}
    </div>
  );
}
