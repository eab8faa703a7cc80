import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useBatches } from '@/api/batches';
import { can, useMe } from '@/api/session';
import type { Batch } from '@/api/types';
import { Empty } from '@/components/Empty';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { isForbidden } from '@/components/refusalWords';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { NewBatch } from './NewBatch';

const columns: TableColumnsType<Batch> = [
  { key: 'code', title: '批次代码', dataIndex: 'code' },
  { key: 'title', title: '名称', render: (_, b) => <Link to={`/batches/${b.id}`}>{b.title}</Link> },
  { key: 'year', title: '年度', dataIndex: 'year' },
  { key: 'basis', title: '依据文号', dataIndex: 'basisDocNo' },
  { key: 'pack', title: '政策包', render: (_, b) => `第 ${b.packVersion} 版` },
  {
    key: 'state',
    title: '状态',
    render: (_, b) => <Tag tone={b.state === 'COLLECTING' ? 'action' : 'plain'}>{b.stateLabel}</Tag>,
  },
  { key: 'updated', title: '更新时间', render: (_, b) => showTime(b.updatedAt) },
];

/** All batches, the newest first. */
export function Component() {
  const me = useMe();
  const batches = useBatches();
  if (isForbidden(batches.error)) return <PageRefusal error={batches.error} />;
  return (
    <>
      <PageHead title="批次" acts={can(me, 'batch:create') && <NewBatch />} />
      <Panel>
        <RefusalNote error={batches.error} onRetry={() => batches.refetch()} />
        <Table<Batch>
          aria-label="批次"
          size="middle"
          rowKey="id"
          columns={columns}
          dataSource={batches.data?.items}
          loading={batches.isPending}
          pagination={false}
          locale={{ emptyText: <Empty what="还没有批次" next="由政策包文件建立第一个批次" /> }}
        />
      </Panel>
    </>
  );
}
