import { Alert } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { showTime } from '@/lib/time';

/** What falls behind, and the 督办单 that stand: each with its arithmetic. */
export function Warnings({ of }: { of: Shape<'FundAccount'> }) {
  const live = of.orders.filter((o) => o.state !== 'CLOSED');
  return (
    <>
      {live.map((o) => (
        <Alert
          key={o.id}
          type={o.amber ? 'warning' : 'info'}
          showIcon
          style={{ marginTop: 8 }}
          title={`第 ${o.no} 号督办单（${o.stateLabel}）：${o.rule} 自 ${showTime(o.openedAt)} ${o.amber ? '按到位数不通过' : '起，已恢复'}`}
          description={o.cause}
          action={<Link to={`/supervision?order=${o.id}`}>去办理</Link>}
        />
      ))}
      {of.warnings.map((w) => (
        <Alert key={w.code} type="warning" showIcon style={{ marginTop: 8 }} title={w.name} description={w.text} />
      ))}
    </>
  );
}
