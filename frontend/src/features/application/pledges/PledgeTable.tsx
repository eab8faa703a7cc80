import type { TableColumnsType } from 'antd';
import type { TableRowSelection } from 'antd/es/table/interface';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Money } from '@/components/Money';
import { Tag } from '@/components/Tag';
import type { Tone } from '@/components/verdict';
import { WideTable } from '@/components/WideTable';
import { showTime } from '@/lib/time';

export type Pledge = Shape<'Pledge'>;

const tones: Record<Pledge['state'], Tone> = {
  UNCONFIRMED: 'near',
  CONFIRMED: 'good',
  LAPSED: 'bad',
  NOT_NEEDED: 'plain',
  BY_AWARD: 'plain',
};

const columns: TableColumnsType<Pledge> = [
  { key: 'kind', title: '类别', width: 80, render: (_, p) => (p.kind === 'LINE' ? '资金' : '项目') },
  { key: 'line', title: '编号', width: 100, render: (_, p) => (p.line.startsWith('LINKAGE') ? '—' : p.line) },
  { key: 'title', title: '名称', width: 260, render: (_, p) => p.title || '—' },
  { key: 'department', title: '由谁确认', width: 180, render: (_, p) => p.department || '—' },
  { key: 'amount', title: '金额（万元）', width: 130, align: 'right', render: (_, p) => <Money of={p.amount} /> },
  {
    key: 'state',
    title: '状态',
    width: 260,
    render: (_, p) => (
      <>
        <Tag tone={tones[p.state]}>{p.stateLabel}</Tag>
        {p.why.map((w) => (
          <p key={w}>{w}</p>
        ))}
      </>
    ),
  },
  {
    key: 'confirmation',
    title: '最近一次确认',
    width: 300,
    render: (_, p) =>
      p.confirmation ? (
        <>
          {showTime(p.confirmation.confirmedAt)} {p.confirmation.name}
          {p.confirmation.docId && (
            <p>
              承诺文件：{p.confirmation.docId} {p.confirmation.fileName}
            </p>
          )}
        </>
      ) : (
        '—'
      ),
  },
];

export const keyOf = (p: Pledge) => `${p.kind} ${p.line}`;

/** Money lines and projects with their confirmation; what may be confirmed can be ticked. */
export function PledgeTable({ items, selection }: { items: Pledge[]; selection?: TableRowSelection<Pledge> }) {
  return (
    <WideTable<Pledge>
      aria-label="资金与项目的确认情况"
      size="small"
      columns={columns}
      rowKey={keyOf}
      dataSource={items}
      pagination={false}
      scroll={{ x: 1310 }}
      locale={{ emptyText: <Empty what="没有须确认的资金和项目" /> }}
      {...(selection ? { rowSelection: selection } : {})}
    />
  );
}
