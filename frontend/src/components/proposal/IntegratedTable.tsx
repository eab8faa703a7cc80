import { Table, type TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { word } from '@/lib/words';
import { Empty } from '../Empty';
import { Money } from '../Money';

type Item = Shape<'DocumentIntegrated'>;

const columns: TableColumnsType<Item> = [
  { key: 'id', title: '条目编号', width: 110, render: (_, i) => i.id },
  { key: 'department', title: '部门', render: (_, i) => i.department },
  { key: 'programme', title: '资金名称', render: (_, i) => i.programme },
  { key: 'level', title: '级次', width: 90, render: (_, i) => word('level', i.level) },
  { key: 'status', title: '资金状态', width: 110, render: (_, i) => word('fundStatus', i.status) },
  { key: 'amount', title: '金额（万元）', width: 140, align: 'right', render: (_, i) => <Money of={i.amount} /> },
];

export function IntegratedTable({ items }: { items: Item[] }) {
  return (
    <Table<Item>
      aria-label="整合行业资金"
      size="small"
      columns={columns}
      dataSource={items}
      rowKey={(i) => `${i.id}${i.programme}`}
      pagination={false}
      locale={{ emptyText: <Empty what="没有整合行业资金" next="县级填报岗在申报书“资金规划表”一栏填写" /> }}
    />
  );
}
