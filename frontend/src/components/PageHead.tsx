import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './PageHead.module.css';

interface Props {
  title: string;
  /** Where this page hangs, outermost first. */
  trail?: { to: string; label: string }[];
  /** Beside the title: a state, a deadline. */
  aside?: ReactNode;
  /** Right: exports and other acts on the whole page. */
  acts?: ReactNode;
}

/** The head of each page: where it hangs, its name, its state, its acts. Names the browser's tab as well. */
export function PageHead({ title, trail = [], aside, acts }: Props) {
  return (
    <header className={styles.head}>
      <title>{`${title} · 衔接`}</title>
      {trail.length > 0 && (
        <nav aria-label="位置" className={`${styles.trail} screen-only`}>
          {trail.map((t) => (
            <span key={t.to}>
              <Link to={t.to}>{t.label}</Link>
              <span aria-hidden="true"> / </span>
            </span>
          ))}
          <span aria-current="page">{title}</span>
        </nav>
      )}
      <div className={styles.row}>
        <h1>{title}</h1>
        {aside}
        {acts && <div className={`${styles.acts} screen-only`}>{acts}</div>}
      </div>
    </header>
  );
}
