import type { ReactNode } from 'react';
import styles from './FootBar.module.css';
import { SaveStatus, type Saving } from './SaveStatus';

interface Props {
  saving: Saving;
  /** What is still wanting. */
  says: string;
  className: string | undefined;
  children: ReactNode;
}

/** The foot of a form that saves itself, in sight however far one scrolls: whether it is saved, what is wanting, what can be done. */
export function FootBar({ saving, says, className = '', children }: Props) {
  return (
    <footer className={`${styles.bar} ${className}`}>
      <SaveStatus saving={saving} />
      <span className={styles.says}>{says}</span>
      {children}
    </footer>
  );
}
