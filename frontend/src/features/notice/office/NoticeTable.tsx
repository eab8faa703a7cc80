import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Tag } from '@/components/Tag';
import { noticeTones } from '../labels';
import { periodOf } from '../period';

type Notice = Shape<'Notice'>;
type Objection = Shape<'Objection'>;

interface Props {
  notices: Notice[] | undefined;
  /** In the order of the notices; undefined where they may not be read or are still coming. */
  objections: (Objection[] | undefined)[];
  drafting: boolean;
}

/** A batch's notices, a line each. */
export function NoticeTable({ notices, objections, drafting }: Props) {
  const columns: TableColumnsType<Notice> = [
    { key: 'no', title: '公示号', width: 100, render: (_, n) => `第${n.no}号` },
    { key: 'title', title: '标题', render: (_, n) => <Link to={`/notices/${n.id}`}>{n.title}</Link> },
    {
      key: 'state',
      title: '状态',
      width: 100,
      render: (_, n) => <Tag tone={noticeTones[n.state]}>{n.stateLabel}</Tag>,
    },
    { key: 'period', title: '公示期（起止日均含）', width: 260, render: (_, n) => periodOf(n) },
    {
      key: 'entries',
      title: '名单（个）',
      width: 100,
      align: 'right',
      render: (_, n) => n.entries.filter((e) => !e.left).length,
    },
    { key: 'objections', title: '异议', width: 180, render: (_, _n, i) => <Count objections={objections[i]} /> },
  ];
  return (
    <Table<Notice>
      aria-label="公示"
      size="middle"
      rowKey="id"
      columns={columns}
      dataSource={notices}
      loading={notices === undefined}
      pagination={false}
      locale={{
        emptyText: notices && (
          <Empty
            what="本批还没有公示"
            next={drafting ? '办理拟立项以后，点“拟定公示”起草第一号' : '评审期间由省乡村振兴局拟定'}
          />
        ),
      }}
    />
  );
}

function Count({ objections }: { objections: Objection[] | undefined }) {
  if (!objections) return '—';
  if (objections.length === 0) return '没有';
  const open = objections.filter((o) => o.state === 'OPEN').length;
  return (
    <>
      {objections.length} 件 {open > 0 && <Tag tone="near">{open} 件待答复</Tag>}
    </>
  );
}
