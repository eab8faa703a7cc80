import type { ReactNode } from 'react';
import type { Shape } from '@/api/types';
import { FigureHeads, Figures, type Places } from './Figures';
import styles from './Funds.module.css';

interface Props {
  /** What it is a matrix of, for readers of the screen. */
  caption: string;
  /** The head of the first column: what each row is. */
  row: string;
  total: Shape<'Layers'>;
  places: Places;
  children: ReactNode;
}

/** A matrix of the five layers: a row for each thing, and what they come to. */
export function FiguresTable({ caption, row, total, places, children }: Props) {
  return (
    <div className={`${styles.frame} wide`}>
      <table className={styles.table}>
        <caption className="spoken">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{row}</th>
            <FigureHeads />
          </tr>
        </thead>
        <tbody>
          {children}
          <tr className={styles.sum}>
            <th scope="row">合计</th>
            <Figures of={total} places={places} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
