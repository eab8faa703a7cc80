import type { TableColumnsType } from 'antd';
import type { TableRowSelection } from 'antd/es/table/interface';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Money } from '@/components/Money';
import { pledgeStates } from '@/components/pledgeStates';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import { showTime } from '@/lib/time';

export type Pledge = Shape<'Pledge'>;

const columns: TableColumnsType<Pledge> = [
  {
    key: 'line',
    title: '编号',
    width: 100,
    render: (_, p) => (p.kind === 'PROJECT' ? p.line : p.line.startsWith('LINKAGE') ? '资金' : `资金 ${p.line}`),
  },
  { key: 'title', title: '名称', width: 230, render: (_, p) => p.title || '—' },
  { key: 'department', title: '由谁确认', width: 150, render: (_, p) => p.department || '—' },
  { key: 'amount', title: '金额（万元）', width: 120, align: 'right', render: (_, p) => <Money of={p.amount} /> },
  {
    key: 'state',
    title: '状态',
    width: 190,
    render: (_, p) => (
      <>
        <Tag tone={pledgeStates[p.state].tone}>{pledgeStates[p.state].word}</Tag>
        {p.why.map((w) => (
          <p key={w}>{w}</p>
        ))}
      </>
    ),
  },
  { key: 'confirmation', title: '最近一次确认', render: (_, p) => <Given of={p.confirmation} /> },
];

export const keyOf = (p: Pledge) => `${p.kind} ${p.line}`;

interface Props {
  items: Pledge[];
  selection?: TableRowSelection<Pledge>;
  empty?: string;
}

/** Money lines and projects with their confirmation; what may be confirmed can be ticked. */
export function PledgeTable({ items, selection, empty = '没有须确认的资金和项目' }: Props) {
  return (
    <WideTable<Pledge>
      aria-label="资金与项目的确认情况"
      size="small"
      columns={columns}
      rowKey={keyOf}
      dataSource={items}
      pagination={false}
      scroll={{ x: 1030 }}
      locale={{ emptyText: <Empty what={empty} next={null} /> }}
      {...(selection ? { rowSelection: selection } : {})}
    />
  );
}

function Given({ of }: { of: Pledge['confirmation'] }) {
  if (!of) return '—';
  return (
    <>
      {showTime(of.confirmedAt)} {of.name}
      {of.attachmentId && (
        <p>
          承诺文件：
          <a href={`/api/v1/attachments/${of.attachmentId}`} download={of.fileName}>
            {of.docId} {of.fileName}
          </a>
        </p>
      )}
    </>
  );
}
