import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { PublicFrame } from '@/components/PublicFrame';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { fenOf, sumFen, wan } from '@/lib/money';
import { noticeTones } from '../labels';
import { periodOf } from '../period';
import { LookUp } from './LookUp';
import { usePublicNotices } from './queries';

type Notice = Shape<'PublicNotice'>;

const columns: TableColumnsType<Notice> = [
  { key: 'title', title: '标题', render: (_, n) => <Link to={`/public/notices/${n.id}`}>{n.title}</Link> },
  { key: 'no', title: '公示号', width: 90, render: (_, n) => `第${n.no}号` },
  { key: 'period', title: '公示期（起止日均含）', width: 270, render: (_, n) => periodOf(n) },
  {
    key: 'entries',
    title: '名单（个）',
    width: 100,
    align: 'right',
    render: (_, n) => n.entries.filter((e) => !e.left).length,
  },
  {
    key: 'amount',
    title: '拟奖补额合计（万元）',
    width: 180,
    align: 'right',
    render: (_, n) => wan(sumFen(n.entries.filter((e) => !e.left).map((e) => fenOf(e.amount) ?? 0n))),
  },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (_, n) =>
      n.accepting ? <Tag tone="action">公示中，受理异议</Tag> : <Tag tone={noticeTones.CLOSED}>已期满</Tag>,
  },
];

/** Every published notice, the newest first, and the way to an objection's answer. Nobody needs an account here. */
export function Component() {
  const notices = usePublicNotices();
  return (
    <PublicFrame>
      <PageHead title="公开公示" />
      <Panel title="公示">
        <RefusalNote error={notices.error} onRetry={() => notices.refetch()} />
        <Table<Notice>
          aria-label="公示"
          size="middle"
          rowKey="id"
          columns={columns}
          dataSource={notices.data?.items}
          loading={notices.isPending}
          pagination={false}
          locale={{ emptyText: notices.isPending ? ' ' : <Empty what="还没有公示" next="公示发布后列在这里" /> }}
        />
      </Panel>
      <LookUp />
    </PublicFrame>
  );
}
