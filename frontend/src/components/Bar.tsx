import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Bar.module.css';

interface Props {
  /** Where the system's name leads. */
  home: string;
  /** What stands beside the name. */
  beside: string | undefined;
  /** What stands at the right end. */
  children: ReactNode;
}

/** The bar above every page, inside and out. */
export function Bar({ home, beside, children }: Props) {
  return (
    <header className={styles.bar}>
      <Link to={home} className={styles.brand}>
        <b>衔接</b>
      </Link>
      {beside !== undefined && <span className={styles.beside}>{beside}</span>}
      <div className={styles.end}>{children}</div>
    </header>
  );
}
