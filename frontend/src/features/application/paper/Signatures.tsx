import type { TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import { showTime } from '@/lib/time';

type Signature = Shape<'Signature'>;

const columns: TableColumnsType<Signature> = [
  { key: 'at', title: '时间', width: 160, render: (_, s) => showTime(s.signedAt) },
  { key: 'unit', title: '单位', width: 150, render: (_, s) => s.role.label },
  { key: 'name', title: '签署人', width: 220, render: (_, s) => s.name },
  { key: 'rank', title: '排序', width: 80, render: (_, s) => (s.rank > 0 ? `第 ${s.rank}` : '—') },
  {
    key: 'opinion',
    title: '意见',
    render: (_, s) => (
      <>
        {s.opinion || '—'}
        {s.clause !== '' && <p>依据条款：{s.clause}</p>}
        {s.facts !== '' && <p>事实：{s.facts}</p>}
      </>
    ),
  },
  {
    key: 'holds',
    title: '效力',
    width: 180,
    render: (_, s) => (s.voidedAt ? <Tag tone="plain">{showTime(s.voidedAt)} 作废</Tag> : <Tag tone="good">有效</Tag>),
  },
];

/** 会签: what each bureau said, round by round. */
export function Signatures({ signatures }: { signatures: Signature[] }) {
  return (
    <WideTable<Signature>
      aria-label="会签意见"
      size="middle"
      columns={columns}
      rowKey={(s) => s.id}
      dataSource={signatures}
      pagination={false}
      scroll={{ x: 980 }}
    />
  );
}
