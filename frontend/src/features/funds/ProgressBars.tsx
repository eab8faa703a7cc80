import { Fragment } from 'react';
import type { Shape } from '@/api/types';
import { showWan } from '@/lib/money';
import styles from './Funds.module.css';
import { lengthOf, rateOf } from './rate';

/** How far each has spent what it got, the furthest behind first; the figures stand beside the bars. */
export function ProgressBars({ rows }: { rows: Shape<'FundNode'>[] }) {
  const ordered = [...rows].sort(
    (a, b) => lengthOf(a.total.spent, a.total.allocated) - lengthOf(b.total.spent, b.total.allocated),
  );
  return (
    <div className={styles.bars}>
      {ordered.map((n) => (
        <Fragment key={n.code}>
          <span>{n.name}</span>
          <div
            className={styles.track}
            role="img"
            aria-label={`${n.name}支出率 ${rateOf(n.total.spent, n.total.allocated) || '没有下达'}`}
          >
            <div className={styles.fill} style={{ width: `${lengthOf(n.total.spent, n.total.allocated)}%` }} />
          </div>
          <span className="number">
            {showWan(n.total.spent)} / {showWan(n.total.allocated)}　{rateOf(n.total.spent, n.total.allocated) || '—'}
          </span>
        </Fragment>
      ))}
    </div>
  );
}
