import { Table, type TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { showTime } from '@/lib/time';

type Step = Shape<'ChangeTaken'>;

const columns: TableColumnsType<Step> = [
  { key: 'at', title: '时间', width: 160, render: (_, s) => showTime(s.at) },
  { key: 'unit', title: '单位', width: 160, render: (_, s) => s.role.label },
  { key: 'name', title: '办理人', width: 240, render: (_, s) => s.name },
  { key: 'action', title: '动作', width: 120, render: (_, s) => s.label },
  { key: 'opinion', title: '意见', render: (_, s) => s.opinion || '—' },
];

/** Who did what with a change, the newest first. */
export function StepTable({ steps }: { steps: Step[] }) {
  return (
    <Table<Step>
      aria-label="办理记录"
      size="middle"
      columns={columns}
      rowKey={(s) => `${s.action}${s.at}`}
      dataSource={[...steps].reverse()}
      pagination={false}
      scroll={{ x: 900 }}
    />
  );
}
