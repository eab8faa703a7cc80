import { Table, type TableColumnsType } from 'antd';
import type { Finding } from '@/api/problem';
import { can, useMe } from '@/api/session';
import type { Application, Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { later } from '@/components/later';
import { showTime } from '@/lib/time';
import { ruleWords } from '../list/labels';
import { waivable } from './waived';

// Its calendar weighs more than the rest of the page, and few grant waivers.
const GrantWaiver = later(() => import('./GrantWaiver').then((m) => m.GrantWaiver));

type Waiver = Shape<'Waiver'>;

const columns: TableColumnsType<Waiver> = [
  { key: 'rule', title: '豁免的规则', width: 170, render: (_, w) => `${w.rule} ${ruleWords[w.rule] ?? ''}` },
  { key: 'docNo', title: '批准文号', width: 220, render: (_, w) => w.docNo },
  { key: 'reason', title: '理由', render: (_, w) => w.reason },
  { key: 'by', title: '登记', width: 220, render: (_, w) => `${showTime(w.grantedAt)} ${w.grantedBy}` },
  { key: 'until', title: '有效期止', width: 150, render: (_, w) => (w.expiresAt ? showTime(w.expiresAt) : '长期') },
];

interface Props {
  application: Application;
  findings: Finding[];
  waivers: Waiver[];
}

/** 省级豁免: what was let through by which document, and the form for another. */
export function Waivers({ application, findings, waivers }: Props) {
  const me = useMe();
  const open = waivable(findings);
  return (
    <section aria-label="省级豁免" style={{ marginTop: 24 }}>
      <h3 style={{ marginBottom: 8 }}>省级豁免</h3>
      <Table<Waiver>
        aria-label="省级豁免"
        size="small"
        columns={columns}
        rowKey={(w) => w.id}
        dataSource={waivers}
        pagination={false}
        scroll={{ x: 960 }}
        locale={{ emptyText: <Empty what="没有登记过豁免" next={null} /> }}
      />
      {can(me, 'waiver:grant') && open.length > 0 && <GrantWaiver application={application} rules={open} />}
    </section>
  );
}
