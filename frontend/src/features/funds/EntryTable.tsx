import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { ListTable } from '@/components/ListTable';
import { Money } from '@/components/Money';
import { Tag } from '@/components/Tag';
import type { Tone } from '@/components/verdict';
import type { ListParams } from '@/lib/listParams';
import { showTime } from '@/lib/time';
import { levelLabels, lineLabel, type State } from './labels';

type Entry = Shape<'FundEntry'>;

const tones: Record<State, Tone> = { POSTED: 'good', PENDING: 'near', REJECTED: 'bad' };

/** Whether an entry counts, in a word; one that was reversed says so. */
export function EntryState({ of }: { of: Entry }) {
  return (
    <>
      <Tag tone={tones[of.state]}>{of.stateLabel}</Tag>
      {of.reversedBy && <Tag tone="plain">已冲正</Tag>}
    </>
  );
}

const columnsOf = (zones: Map<string, string> | undefined): TableColumnsType<Entry> => [
  { key: 'no', title: '序号', sorter: true, render: (_, e) => <Link to={`/funds/entries/${e.id}`}>第 {e.no} 笔</Link> },
  ...(zones
    ? [{ key: 'zone', title: '推进区', render: (_: unknown, e: Entry) => zones.get(e.applicationId) ?? '—' }]
    : []),
  { key: 'dated', title: '业务日期', sorter: true, render: (_, e) => e.date },
  { key: 'kind', title: '类型', render: (_, e) => e.kindLabel },
  { key: 'line', title: '条目', render: (_, e) => lineLabel(e.line) },
  { key: 'level', title: '级次', render: (_, e) => levelLabels[e.level] },
  {
    key: 'amount',
    title: '金额',
    sorter: true,
    align: 'right',
    render: (_, e) => (
      <span className="money">
        {e.adds ? '' : '减 '}
        <Money of={e.amount} />
      </span>
    ),
  },
  { key: 'docNo', title: '文号、凭证号', render: (_, e) => e.docNo },
  { key: 'payee', title: '收款单位', render: (_, e) => e.payee || '—' },
  { key: 'vouchers', title: '凭证', render: (_, e) => (e.vouchers.length > 0 ? `${e.vouchers.length} 件` : '没有') },
  { key: 'state', title: '状态', render: (_, e) => <EntryState of={e} /> },
  { key: 'enteredAt', title: '登记', sorter: true, render: (_, e) => `${e.name} ${showTime(e.enteredAt)}` },
];

interface Props {
  list: Shape<'ListFundEntry'> | undefined;
  params: ListParams;
  loading: boolean;
  error: unknown;
  onRetry: () => void;
  empty: ReactNode;
  /** Their zones' names, where entries of several are listed. */
  zones?: Map<string, string>;
}

export function EntryTable({ zones, ...list }: Props) {
  return <ListTable<Entry> caption="资金台账" columns={columnsOf(zones)} rowKey={(e) => e.id} width={1560} {...list} />;
}
