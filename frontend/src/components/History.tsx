import type { TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { showTime } from '@/lib/time';
import { Empty } from './Empty';
import { WideTable } from './WideTable';

type Step = Shape<'StepTaken'>;

const columns: TableColumnsType<Step> = [
  { key: 'at', title: '时间', width: 160, render: (_, s) => showTime(s.at) },
  { key: 'unit', title: '单位', width: 150, render: (_, s) => s.role.label },
  { key: 'name', title: '办理人', width: 220, render: (_, s) => s.name || '—' },
  {
    key: 'action',
    title: '动作',
    width: 150,
    render: (_, s) => (s.from === s.to && s.action !== 'create' ? `${s.actionLabel}（已签署，待会签）` : s.actionLabel),
  },
  { key: 'to', title: '办后状态', width: 130, render: (_, s) => s.toLabel },
  { key: 'opinion', title: '意见', render: (_, s) => s.opinion || '—' },
];

/** 流转记录: who did what when, and in which words; the newest first. What the reader may not see comes empty from the server. */
export function History({ steps, loading }: { steps: Step[] | undefined; loading?: boolean }) {
  return (
    <WideTable<Step>
      aria-label="流转记录"
      size="middle"
      columns={columns}
      rowKey={(s) => s.seq}
      dataSource={[...(steps ?? [])].reverse()}
      loading={loading}
      pagination={false}
      scroll={{ x: 980 }}
      locale={{ emptyText: <Empty what="还没有办理记录" next="提交上报后，每一步办理都记在这里" /> }}
    />
  );
}
