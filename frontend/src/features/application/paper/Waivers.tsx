import { Table, type TableColumnsType } from 'antd';
import type { Finding } from '@/api/problem';
import { can, useMe } from '@/api/session';
import type { Application, Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { RefusalNote } from '@/components/RefusalNote';
import { showTime } from '@/lib/time';
import { ruleWords } from '../list/labels';
import { useWaivers } from '../queries';
import { GrantWaiver } from './GrantWaiver';

type Waiver = Shape<'Waiver'>;

const columns: TableColumnsType<Waiver> = [
  { key: 'rule', title: '豁免的规则', width: 170, render: (_, w) => `${w.rule} ${ruleWords[w.rule] ?? ''}` },
  { key: 'docNo', title: '批准文号', width: 220, render: (_, w) => w.docNo },
  { key: 'reason', title: '理由', render: (_, w) => w.reason },
  { key: 'by', title: '登记', width: 220, render: (_, w) => `${showTime(w.grantedAt)} ${w.grantedBy}` },
  { key: 'until', title: '有效期止', width: 150, render: (_, w) => (w.expiresAt ? showTime(w.expiresAt) : '长期') },
];

/** Rules written 原则上 that do not pass and may be waived, as the server marks them. */
export function waivable(findings: readonly Finding[]): Finding[] {
  return findings.filter((f) => f.severity === 'B*' && f.verdict === 'FAIL' && !f.waived);
}

/** 省级豁免: what was let through by which document, and the form for another. */
export function Waivers({ application, findings }: { application: Application; findings: Finding[] }) {
  const me = useMe();
  const waivers = useWaivers(application.id);
  const open = waivable(findings);
  return (
    <section aria-label="省级豁免" style={{ marginTop: 24 }}>
      <h3 style={{ marginBottom: 8 }}>省级豁免</h3>
      <RefusalNote error={waivers.error} onRetry={() => waivers.refetch()} />
      <Table<Waiver>
        aria-label="省级豁免"
        size="small"
        columns={columns}
        rowKey={(w) => w.id}
        dataSource={waivers.data?.items}
        loading={waivers.isPending}
        pagination={false}
        scroll={{ x: 960 }}
        locale={{ emptyText: <Empty what="没有登记过豁免" /> }}
      />
      {can(me, 'waiver:grant') && open.length > 0 && <GrantWaiver application={application} rules={open} />}
    </section>
  );
}
