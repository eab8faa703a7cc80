import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { ListTable } from '@/components/ListTable';
import { Money } from '@/components/Money';
import { Tag } from '@/components/Tag';
import type { Tone } from '@/components/verdict';
import type { ListParams } from '@/lib/listParams';
import { placesOf } from '@/lib/money';
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

/** Texts have no width of their own: they share what a wider window leaves. */
const columnsOf = (zones: Map<string, string> | undefined, places: number): TableColumnsType<Entry> => [
  {
    key: 'no',
    title: '序号',
    width: 96,
    sorter: true,
    render: (_, e) => <Link to={`/funds/entries/${e.id}`}>第 {e.no} 笔</Link>,
  },
  ...(zones
    ? [{ key: 'zone', title: '推进区', render: (_: unknown, e: Entry) => zones.get(e.applicationId) ?? '—' }]
    : []),
  { key: 'dated', title: '业务日期', width: 116, sorter: true, render: (_, e) => e.date },
  {
    key: 'kind',
    title: '类型、状态',
    width: 126,
    render: (_, e) => (
      <>
        {e.kindLabel}
        <br />
        <EntryState of={e} />
      </>
    ),
  },
  {
    key: 'line',
    title: '条目、级次',
    width: 150,
    render: (_, e) => (
      <>
        {lineLabel(e.line)}
        <div className="quiet">{levelLabels[e.level]}</div>
      </>
    ),
  },
  {
    key: 'amount',
    title: '金额',
    width: 130,
    sorter: true,
    align: 'right',
    render: (_, e) => (
      <span className="money">
        {e.adds ? '' : '减 '}
        <Money of={e.amount} places={places} />
      </span>
    ),
  },
  {
    key: 'docNo',
    title: '文号、凭证号',
    width: 180,
    render: (_, e) => (
      <>
        {e.docNo}
        <div className="quiet">{e.vouchers.length > 0 ? `凭证 ${e.vouchers.length} 件` : '没有凭证'}</div>
      </>
    ),
  },
  { key: 'payee', title: '收款单位', render: (_, e) => e.payee || '—' },
  {
    key: 'enteredAt',
    title: '登记',
    sorter: true,
    render: (_, e) => (
      <>
        {e.name}
        <div className="quiet">{showTime(e.enteredAt)}</div>
      </>
    ),
  },
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
  return (
    <ListTable<Entry>
      caption="资金台账"
      columns={columnsOf(zones, placesOf((list.list?.items ?? []).map((e) => e.amount)))}
      rowKey={(e) => e.id}
      width={zones ? 1340 : 1080}
      {...list}
    />
  );
}
