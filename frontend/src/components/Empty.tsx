import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** Nothing here, and what to do next. */
export function Empty({ what, next }: { what: string; next?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{what}</p>
      {next && <div className="quiet">{next}</div>}
    </div>
  );
}
