import type { ReactNode } from 'react';
import styles from './FilterBar.module.css';

/** What a list is narrowed by, above it; not printed. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <search className={`${styles.bar} screen-only`}>{children}</search>;
}
