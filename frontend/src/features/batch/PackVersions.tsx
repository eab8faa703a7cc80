import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Batch, Shape } from '@/api/types';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { showTime } from '@/lib/time';
import { PackTable } from './PackTable';
import { savePack } from './packFile';
import { usePack, usePacks } from './queries';

type Row = Shape<'PackRow'>;

/** Every version ever published, with its document number and the moment it took effect; any can be laid beside the one before. */
export function PackVersions({ batch }: { batch: Batch }) {
  const packs = usePacks(batch.id);
  const [open, setOpen] = useState(0);
  const columns: TableColumnsType<Row> = [
    { key: 'version', title: '版本', render: (_, p) => `第 ${p.version} 版` },
    { key: 'docNo', title: '文号', dataIndex: 'docNo' },
    { key: 'effective', title: '生效时刻', render: (_, p) => showTime(p.effectiveAt) },
    { key: 'published', title: '发布时刻', render: (_, p) => (p.publishedAt ? showTime(p.publishedAt) : '尚未发布') },
    { key: 'digest', title: '摘要', render: (_, p) => <code title={p.digest}>{p.digest.slice(0, 12)}</code> },
    {
      key: 'acts',
      title: <span className="spoken">操作</span>,
      render: (_, p) => (
        <Button
          type="link"
          onClick={() => setOpen(open === p.version ? 0 : p.version)}
          aria-expanded={open === p.version}
        >
          {open === p.version ? '收起' : p.version > 1 ? '与上一版比较' : '查看'}
        </Button>
      ),
    },
  ];
  return (
    <>
      <RefusalNote error={packs.error} onRetry={() => packs.refetch()} />
      <Table<Row>
        aria-label="政策包各版本"
        size="middle"
        rowKey="version"
        columns={columns}
        dataSource={packs.data?.items}
        loading={packs.isPending}
        pagination={false}
      />
      {open > 0 && <OneVersion batch={batch} version={open} />}
    </>
  );
}

function OneVersion({ batch, version }: { batch: Batch; version: number }) {
  const pack = usePack(batch.id, version);
  const before = usePack(batch.id, Math.max(1, version - 1));
  const error = pack.error ?? before.error;
  if (error) return <RefusalNote error={error} />;
  if (!pack.data || !before.data) return <Loading />;
  const { data } = pack;
  return (
    <>
      <p style={{ margin: '16px 0' }}>
        <Button onClick={() => savePack(data, `${batch.code}-第${version}版.json`)}>
          下载第 {version} 版政策包文件
        </Button>
      </p>
      <PackTable pack={data} beside={version > 1 ? { pack: before.data, label: `第 ${version - 1} 版` } : undefined} />
    </>
  );
}
