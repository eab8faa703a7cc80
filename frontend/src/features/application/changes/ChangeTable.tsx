import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { changeTones } from './labels';

type Row = Shape<'PlanChangeRow'>;

const columns: TableColumnsType<Row> = [
  {
    key: 'no',
    title: '编号',
    width: 100,
    render: (_, c) => <Link to={`/applications/${c.applicationId}/changes/${c.id}`}>第 {c.no} 号</Link>,
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (_, c) => <Tag tone={changeTones[c.state]}>{c.stateLabel}</Tag>,
  },
  { key: 'kinds', title: '变更类别', width: 170, render: (_, c) => c.kinds.map((k) => k.label).join('、') },
  { key: 'reason', title: '理由', render: (_, c) => c.reason },
  { key: 'city', title: '市级同意', width: 110, render: (_, c) => (c.cityNeeded ? '须市级同意' : '不须') },
  {
    key: 'versions',
    title: '规划版本',
    width: 150,
    render: (_, c) => `第 ${c.baseVersion} 版${c.planVersion > 0 ? ` → 第 ${c.planVersion} 版` : ''}`,
  },
  { key: 'at', title: '提出时间', width: 150, render: (_, c) => showTime(c.steps[0]?.at) },
];

/** The changes of one award, the newest first. */
export function ChangeTable({ changes, loading }: { changes: Row[] | undefined; loading: boolean }) {
  return (
    <Table<Row>
      aria-label="项目变更"
      size="middle"
      columns={columns}
      rowKey={(c) => c.id}
      dataSource={changes}
      loading={loading}
      pagination={false}
      scroll={{ x: 1030 }}
      locale={{ emptyText: <Empty what="没有提出过项目变更" next="批准的项目确须调整时，由县级填报岗点“提出变更”" /> }}
    />
  );
}
