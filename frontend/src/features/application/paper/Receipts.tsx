import type { Application } from '@/api/types';
import { Panel } from '@/components/Panel';
import { Facts } from '@/components/proposal/Facts';
import { RefusalNote } from '@/components/RefusalNote';
import { showSecond } from '@/lib/time';
import { useSnapshots } from '../queries';
import { receiptsOf } from './receipts';

/** 回执: that the system has it, since when, from whom, and by which fingerprint the very content is known again. */
export function Receipts({ application }: { application: Application }) {
  const handed = useSnapshots(application.id);
  if (handed.error) return <RefusalNote error={handed.error} onRetry={() => handed.refetch()} />;
  return receiptsOf(handed.data?.items ?? []).map(({ title, which, row }) => (
    <Panel key={title} title={title}>
      <Facts
        of={[
          ['申报编号', application.no],
          ['推进区', application.title],
          ['第几次', `${which}（${row.actionLabel}，第 ${row.no} 版）`],
          ['系统接收时间', `${showSecond(row.takenAt)}（北京时间）`],
          ['交件', row.name || row.by.label],
          ['内容指纹', <Fingerprint key="digest" of={row.digest} />],
        ]}
      />
    </Panel>
  ));
}

/** Short where it is only recognised, whole where it is kept: on paper. */
function Fingerprint({ of }: { of: string }) {
  return (
    <>
      <code className="screen-only" title={`SHA-256：${of}`}>
        {of.slice(0, 16)}…
      </code>
      <code className="print-only" style={{ overflowWrap: 'anywhere' }}>
        SHA-256：{of}
      </code>
    </>
  );
}
