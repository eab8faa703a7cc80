import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Money } from '@/components/Money';
import { PagedTable } from '@/components/PagedTable';
import { Tag } from '@/components/Tag';
import { placesOf } from '@/lib/money';
import { showDate } from '@/lib/time';
import { word } from '@/lib/words';

type Alert = Shape<'FundAlert'>;

function columnsOf(rows: Alert[]): TableColumnsType<Alert> {
  const figure = (key: 'want' | 'have' | 'lacking', title: string) => {
    const places = placesOf(rows.map((a) => a[key]));
    return {
      key,
      title,
      width: 120,
      align: 'right' as const,
      render: (_: unknown, a: Alert) => <Money of={a[key]} places={places} />,
    };
  };
  return [
    {
      key: 'zone',
      title: '县（市、区）、推进区',
      width: 250,
      render: (_, a) => (
        <>
          {a.city} {a.county}
          <br />
          <Link to={`/funds/${a.applicationId}`}>{a.title}</Link>
        </>
      ),
    },
    {
      key: 'rule',
      title: '规则、里程碑',
      width: 230,
      render: (_, a) => (
        <>
          {a.name}
          <div className="quiet">自 {showDate(a.since)}</div>
        </>
      ),
    },
    { key: 'source', title: '来源', width: 130, render: (_, a) => sourceOf(a) },
    figure('want', '应达'),
    figure('have', '实际'),
    figure('lacking', '差额'),
    { key: 'share', title: '应达比例', width: 100, align: 'right', render: (_, a) => a.should || '—' },
    { key: 'rate', title: '实际比例', width: 110, align: 'right', render: (_, a) => a.is || '—' },
    {
      key: 'kind',
      title: '提示',
      width: 150,
      render: (_, a) =>
        a.orderId ? (
          <>
            <Tag tone="near">黄灯</Tag>
            <br />
            <Link to={`/supervision?order=${a.orderId}`}>第 {a.orderNo} 号督办单</Link>
          </>
        ) : (
          <Tag tone="near">预警</Tag>
        ),
    },
  ];
}

/** A rule looks at several sources, each by its own lights; the rest at one or at all. */
function sourceOf(a: Alert): string {
  if (a.source) return word('fundSource', a.source);
  return a.orderId ? '按规则' : '全部';
}

/** 预警清单: what the server judged of every award in sight, with what was to be reached, what was, and what lacks. */
export function WarningTable({ rows }: { rows: Alert[] }) {
  return (
    <PagedTable<Alert>
      aria-label="资金预警清单，单位万元"
      size="middle"
      columns={columnsOf(rows)}
      rowKey={(a) => `${a.applicationId}${a.code}${a.orderId}`}
      rows={rows}
      counted="条"
      scroll={{ x: 1080 }}
      locale={{ emptyText: <Empty what="没有预警" next="低于序时、里程碑到期未达、承诺到期未到位的，列在这里" /> }}
    />
  );
}
