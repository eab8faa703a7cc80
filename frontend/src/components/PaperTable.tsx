import type { ReactNode } from 'react';
import styles from './PaperTable.module.css';

/** A small table with every line drawn, to be read as on paper. Cells of figures are of the class number. */
export function PaperTable({ children }: { children: ReactNode }) {
  return <table className={styles.table}>{children}</table>;
}
