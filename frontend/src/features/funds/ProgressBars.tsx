import { Fragment } from 'react';
import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import { fenOf, showWan } from '@/lib/money';
import { limitTexts, marksOf, type Standing } from './alerts';
import styles from './Funds.module.css';
import { lengthOf, rate, rateOf } from './rate';

interface Props {
  rows: Shape<'FundNode'>[];
  standing: Map<string, Standing>;
  limits: Shape<'FundLimit'>[];
}

/** How far each has spent what it got, the furthest behind first; the figures stand beside the bars, the batch's own limits on and below them. */
export function ProgressBars({ rows, standing, limits }: Props) {
  const ordered = [...rows].sort(
    (a, b) => lengthOf(a.total.spent, a.total.allocated) - lengthOf(b.total.spent, b.total.allocated),
  );
  const marks = marksOf(limits);
  return (
    <div>
      <div className={styles.bars}>
        {ordered.map((n) => {
          const { spent, allocated } = n.total;
          const stands = standing.get(n.code);
          const due = stands ? rate(stands.want, fenOf(allocated) ?? 0n) : '';
          return (
            <Fragment key={n.code}>
              <span>{n.name}</span>
              <div
                className={styles.track}
                role="img"
                aria-label={`${n.name}支出率 ${rateOf(spent, allocated) || '没有下达'}${due && `，序时 ${due}`}`}
              >
                <div className={styles.fill} style={{ width: `${lengthOf(spent, allocated)}%` }} />
                {marks.map((m) => (
                  <span key={m} className={styles.milestone} style={{ insetInlineStart: `${m}%` }} />
                ))}
                {due && <span className={styles.due} style={{ insetInlineStart: `${Number.parseFloat(due)}%` }} />}
              </div>
              <span className="number">
                {showWan(spent)} / {showWan(allocated)}
              </span>
              <span className="number">{rateOf(spent, allocated) || '—'}</span>
              <span>{due && <Pace due={due} behind={(stands?.lagging ?? 0) > 0} />}</span>
            </Fragment>
          );
        })}
      </div>
      {limits.length > 0 && (
        <div className={styles.limits}>
          <p>
            条内粗线为序时应支出数{marks.length > 0 && `，虚线为里程碑 ${marks.map((m) => `${m}%`).join('、')}`}
            。批次规定的界限：
          </p>
          <ul>
            {limitTexts(limits).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Pace({ due, behind }: { due: string; behind: boolean }) {
  return behind ? <Tag tone="near">低于序时 {due}</Tag> : <Tag tone="good">不低于序时 {due}</Tag>;
}
