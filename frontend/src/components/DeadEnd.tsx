import type { ReactNode } from 'react';
import styles from './DeadEnd.module.css';

interface Props {
  title: string;
  advice: string;
  acts: ReactNode;
}

/** In place of a page that cannot be shown: what is the matter and where to go. */
export function DeadEnd({ title, advice, acts }: Props) {
  return (
    <div className={styles.end}>
      <title>{`${title} · 衔接`}</title>
      <h1>{title}</h1>
      <p className="quiet">{advice}</p>
      <div className={styles.acts}>{acts}</div>
    </div>
  );
}
