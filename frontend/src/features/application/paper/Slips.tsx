import { Table, type TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Tag } from '@/components/Tag';
import { showDeadline, showTime } from '@/lib/time';
import { saidOf } from '../SlipNote';

type Slip = Shape<'ReturnSlip'>;

const columns: TableColumnsType<Slip> = [
  { key: 'at', title: '退回时间', width: 150, render: (_, s) => showTime(s.returnedAt) },
  { key: 'by', title: '退回单位', width: 140, render: (_, s) => s.by.label },
  {
    key: 'what',
    title: '意见和须补正的内容',
    render: (_, s) => (
      <>
        {s.opinion}
        <ul style={{ paddingLeft: 20 }}>
          {s.items.map((item) => (
            <li key={`${item.section}${item.row}${item.fields?.join()}${item.note}`}>{saidOf(item)}</li>
          ))}
        </ul>
      </>
    ),
  },
  { key: 'due', title: '补正截止', width: 150, render: (_, s) => showDeadline(s.dueAt) },
  {
    key: 'answered',
    title: '补正情况',
    width: 170,
    render: (_, s) =>
      s.answeredAt ? <Tag tone="good">{showTime(s.answeredAt)} 已补正</Tag> : <Tag tone="near">等待补正</Tag>,
  },
];

/** 退回单, each with what it named and when it was answered. */
export function Slips({ slips }: { slips: Slip[] }) {
  return (
    <Table<Slip>
      aria-label="历次退回补正"
      size="small"
      columns={columns}
      rowKey={(s) => s.id}
      dataSource={slips}
      pagination={false}
      scroll={{ x: 900 }}
      locale={{ emptyText: <Empty what="没有退回过" next={null} /> }}
    />
  );
}
