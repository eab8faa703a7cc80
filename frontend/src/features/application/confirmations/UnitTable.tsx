import { Table, type TableColumnsType } from 'antd';
import { Empty } from '@/components/Empty';
import { Tag } from '@/components/Tag';
import { wan } from '@/lib/money';
import type { Unit } from './units';

const columns: TableColumnsType<Unit> = [
  { key: 'name', title: '单位', render: (_, u) => u.name },
  { key: 'count', title: '须确认', width: 100, align: 'right', render: (_, u) => `${u.count} 项` },
  { key: 'confirmed', title: '已确认', width: 100, align: 'right', render: (_, u) => `${u.confirmed} 项` },
  { key: 'open', title: '从未确认', width: 100, align: 'right', render: (_, u) => `${u.open} 项` },
  { key: 'lapsed', title: '已失效', width: 100, align: 'right', render: (_, u) => `${u.lapsed} 项` },
  { key: 'lines', title: '未确认资金（万元）', width: 170, align: 'right', render: (_, u) => wan(u.lines) },
  { key: 'projects', title: '未确认项目（万元）', width: 170, align: 'right', render: (_, u) => wan(u.projects) },
  {
    key: 'state',
    title: '办理情况',
    width: 130,
    render: (_, u) =>
      u.open + u.lapsed === 0 ? (
        <Tag tone="good">全部确认</Tag>
      ) : (
        <Tag tone={u.lapsed > 0 ? 'bad' : 'near'}>还差 {u.open + u.lapsed} 项</Tag>
      ),
  },
];

/** Which bureau still owes its word, and over how much: what a county presses for and a city looks at. */
export function UnitTable({ units }: { units: Unit[] }) {
  return (
    <Table<Unit>
      aria-label="按单位的确认情况"
      size="small"
      columns={columns}
      rowKey={(u) => u.name}
      dataSource={units}
      pagination={false}
      scroll={{ x: 1030 }}
      locale={{ emptyText: <Empty what="没有须确认的资金和项目" next={null} /> }}
    />
  );
}
