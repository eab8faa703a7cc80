import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import { showPoints } from '@/lib/points';
import { showTime } from '@/lib/time';
import { Assign } from './Assign';
import type { Check } from './draft';
import { verdictTones } from './labels';

interface Props {
  items: Check[] | undefined;
  mayAssign: Shape<'SiteInspector'>[];
  loading: boolean;
  error: unknown;
  onRetry: () => void;
}

/** Sheets in a table: how far they are, and once handed in what they say. */
export function ChecksTable({ items, mayAssign, loading, error, onRetry }: Props) {
  const organises = mayAssign.length > 0;
  const columns: TableColumnsType<Check> = [
    { key: 'no', title: '申报编号', width: 120, render: (_, c) => c.no },
    {
      key: 'title',
      title: '推进区',
      render: (_, c) => (c.version > 0 ? <Link to={`/site-checks/${c.applicationId}`}>{c.title}</Link> : c.title),
    },
    { key: 'county', title: '县（市、区）', width: 110, render: (_, c) => c.countyName },
    {
      key: 'who',
      title: '核查人员',
      width: 300,
      render: (_, c) =>
        organises && !c.submittedAt && c.state === 'SITE_CHECK' ? (
          <Assign check={c} may={mayAssign} />
        ) : (
          c.inspectors.map((i) => i.name).join('、') || '尚未选定'
        ),
    },
    { key: 'done', title: '已填', width: 90, render: (_, c) => `${c.done} / ${c.of}` },
    {
      key: 'verdict',
      title: '结论',
      width: 150,
      render: (_, c) =>
        c.verdict === '' ? (
          <span className="quiet">—</span>
        ) : (
          <Tag tone={verdictTones[c.verdict]}>
            {c.verdictLabel}
            {c.verdict === 'ISSUES' && ` 扣 ${showPoints(Math.round(c.deduction * 100))}`}
          </Tag>
        ),
    },
    {
      key: 'shares',
      title: '属实 / 不符 / 无法核实',
      width: 180,
      render: (_, c) =>
        c.whole && c.shares.of > 0 ? `${c.shares.true} / ${c.shares.false} / ${c.shares.unverified}` : '—',
    },
    {
      key: 'at',
      title: '提交时间',
      width: 160,
      render: (_, c) => (c.submittedAt ? showTime(c.submittedAt) : <Tag tone="near">未提交</Tag>),
    },
  ];
  return (
    <>
      <RefusalNote error={error} onRetry={onRetry} />
      <WideTable<Check>
        aria-label="现场核查"
        size="middle"
        columns={columns}
        rowKey={(c) => c.applicationId}
        dataSource={items ?? []}
        loading={loading}
        pagination={false}
        scroll={{ x: 1280 }}
        locale={{ emptyText: <Empty what="没有现场核查" next="申报进入现场核查、选定核查人员后列在这里" /> }}
      />
    </>
  );
}
