import type { TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import type { Application, Shape } from '@/api/types';
import { DiffTable } from '@/components/DiffTable';
import { Empty } from '@/components/Empty';
import { RefusalNote } from '@/components/RefusalNote';
import { TwoVersions } from '@/components/TwoVersions';
import { WideTable } from '@/components/WideTable';
import { showTime } from '@/lib/time';
import { useSnapshotDiff, useSnapshots } from '../queries';

type Row = Shape<'HandedIn'>;

const columns: TableColumnsType<Row> = [
  { key: 'no', title: '版本', width: 120, render: (_, s) => `第 ${s.no} 版` },
  { key: 'action', title: '因何冻结', width: 160, render: (_, s) => s.actionLabel },
  { key: 'at', title: '时间', width: 170, render: (_, s) => showTime(s.takenAt) },
  { key: 'pack', title: '政策包', width: 120, render: (_, s) => `第 ${s.packVersion} 版` },
  { key: 'digest', title: '内容的 SHA-256', render: (_, s) => <code>{s.digest}</code> },
];

/** The frozen versions, and what changed from one to another. */
export function VersionsTab({ application }: { application: Application }) {
  const snapshots = useSnapshots(application.id);
  const versions = (snapshots.data?.items ?? []).map((s) => s.no).sort((a, b) => a - b);
  const [params] = useSearchParams();
  const [from, to] = [Number(params.get('from')), Number(params.get('to'))];
  const chosen = versions.includes(from) && versions.includes(to) ? { from, to } : undefined;
  return (
    <>
      <RefusalNote error={snapshots.error} onRetry={() => snapshots.refetch()} />
      <WideTable<Row>
        aria-label="历次版本"
        size="small"
        columns={columns}
        rowKey={(s) => s.no}
        dataSource={snapshots.data?.items}
        loading={snapshots.isPending}
        pagination={false}
        scroll={{ x: 1000 }}
      />
      {versions.length < 2 ? (
        <Empty what="只有一版，没有可比较的" next="退回补正、再次提交后可以比较" />
      ) : (
        <TwoVersions key={`${from} ${to}`} versions={versions} chosen={chosen}>
          {(n, m) => <Diff id={application.id} n={n} m={m} />}
        </TwoVersions>
      )}
    </>
  );
}

function Diff({ id, n, m }: { id: string; n: number; m: number }) {
  const diff = useSnapshotDiff(id, n, m);
  if (diff.error) return <RefusalNote error={diff.error} onRetry={() => diff.refetch()} />;
  return <DiffTable changes={diff.data?.items} before={`第 ${n} 版`} after={`第 ${m} 版`} loading={diff.isPending} />;
}
