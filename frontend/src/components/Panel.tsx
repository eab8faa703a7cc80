import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './Panel.module.css';

interface Props {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A white sheet on the grey ground: one matter each. */
export function Panel({ title, aside, children, id }: Props) {
  const heading = useId();
  return (
    <section className={styles.panel} id={id} aria-labelledby={title ? heading : undefined}>
      {title && (
        <div className={styles.head}>
          <h2 id={heading}>{title}</h2>
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
