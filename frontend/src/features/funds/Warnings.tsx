import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import styles from './Funds.module.css';

/** What falls behind, and the 督办单 that stand: how many in one line, each with its arithmetic when it is opened. */
export function Warnings({ of }: { of: Shape<'FundAccount'> }) {
  const live = of.orders.filter((o) => o.state !== 'CLOSED');
  const amber = live.filter((o) => o.amber).length;
  const recovered = live.length - amber;
  const warned = amber + of.warnings.length;
  if (warned + recovered === 0) return null;
  return (
    <details className={warned > 0 ? `${styles.warnings} ${styles.alarm}` : styles.warnings}>
      <summary>
        {warned > 0 && <b>! 预警 {warned} 条</b>}
        {amber > 0 && `，其中黄灯 ${amber} 处`}
        {warned > 0 && recovered > 0 && '；'}
        {recovered > 0 && `已恢复、待销号的督办单 ${recovered} 张`}
        <span>（点开看算式）</span>
      </summary>
      <ul>
        {live.map((o) => (
          <li key={o.id}>
            <b>
              第 {o.no} 号督办单（{o.stateLabel}）：{o.rule} 自 {showTime(o.openedAt)}{' '}
              {o.amber ? '按到位数不通过' : '起，已恢复'}
            </b>{' '}
            {o.amber && <Tag tone="near">黄灯</Tag>} <Link to={`/supervision?order=${o.id}`}>去办理</Link>
            <p>{o.cause}</p>
          </li>
        ))}
        {of.warnings.map((w) => (
          <li key={w.code}>
            <b>{w.name}</b>
            <p>{w.text}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
