import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { DiffTable } from '@/components/DiffTable';
import { RefusalNote } from '@/components/RefusalNote';
import { TwoVersions } from '@/components/TwoVersions';
import { WideTable } from '@/components/WideTable';
import { showTime } from '@/lib/time';
import { usePlanDiff } from './queries';

type Row = Shape<'PlanRow'>;

/** The versions of the approved plan, and what changed from one to another. */
export function PlanVersions({ id, plans }: { id: string; plans: Row[] }) {
  const last = plans.at(-1)?.version ?? 1;
  const columns: TableColumnsType<Row> = [
    {
      key: 'version',
      title: '版本',
      width: 130,
      render: (_, p) => `第 ${p.version} 版${p.version === last ? '（现行）' : ''}`,
    },
    {
      key: 'change',
      title: '来由',
      width: 150,
      render: (_, p) =>
        p.changeId ? <Link to={`/applications/${id}/changes/${p.changeId}`}>项目变更</Link> : '立项所据的定稿',
    },
    { key: 'city', title: '批准层级', width: 120, render: (_, p) => (p.approvedCity ? '市级以上' : '县级') },
    { key: 'at', title: '批准时间', width: 160, render: (_, p) => showTime(p.approvedAt) },
    { key: 'pack', title: '政策包', width: 100, render: (_, p) => `第 ${p.packVersion} 版` },
    { key: 'digest', title: '内容的 SHA-256', render: (_, p) => <code>{p.digest.slice(0, 16)}…</code> },
  ];
  return (
    <>
      <WideTable<Row>
        aria-label="批准规划的各版"
        size="small"
        columns={columns}
        rowKey={(p) => p.version}
        dataSource={plans}
        pagination={false}
        scroll={{ x: 900 }}
      />
      {plans.length > 1 && (
        <div style={{ marginTop: 16 }}>
          <TwoVersions versions={plans.map((p) => p.version)}>
            {(from, to) => <Diff id={id} n={from} m={to} />}
          </TwoVersions>
        </div>
      )}
    </>
  );
}

function Diff({ id, n, m }: { id: string; n: number; m: number }) {
  const diff = usePlanDiff(id, n, m);
  if (diff.error) return <RefusalNote error={diff.error} onRetry={() => diff.refetch()} />;
  return <DiffTable changes={diff.data?.items} before={`第 ${n} 版`} after={`第 ${m} 版`} loading={diff.isPending} />;
}
