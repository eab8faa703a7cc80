import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { ApplicationRow, Shape } from '@/api/types';
import { Money } from '@/components/Money';
import { StateTag } from '@/components/StateTag';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import { showTime } from '@/lib/time';
import { word } from '@/lib/words';

interface Props {
  list: Shape<'Shortlist'>;
  /** In the order of the applications; [] where none may be seen. */
  signatures: Shape<'Signature'>[][];
  picked: string[];
  onPick: (ids: string[]) => void;
}

/** The city's applications, a line each. */
export function ShortlistTable({ list, signatures, picked, onPick }: Props) {
  const columns: TableColumnsType<ApplicationRow> = [
    { key: 'rank', title: '推荐排序', render: (_, a) => (a.rank > 0 ? `第 ${a.rank}` : '—') },
    { key: 'no', title: '申报编号', render: (_, a) => a.no || '—' },
    { key: 'title', title: '推进区', render: (_, a) => <Link to={`/applications/${a.id}`}>{a.title}</Link> },
    {
      key: 'county',
      title: '县（市、区）',
      render: (_, a) => `${a.county.name}${list.yellowRiver.includes(a.county.code) ? '（沿黄）' : ''}`,
    },
    { key: 'channel', title: '通道', render: (_, a) => word('channel', a.channel) },
    { key: 'villages', title: '村数', align: 'right', render: (_, a) => a.summary?.villages },
    { key: 'projects', title: '项目数', align: 'right', render: (_, a) => a.summary?.projects },
    { key: 'linkage', title: '衔接资金（万元）', align: 'right', render: (_, a) => <Money of={a.summary?.linkage} /> },
    {
      key: 'integrated',
      title: '整合资金（万元）',
      align: 'right',
      render: (_, a) => <Money of={a.summary?.integrated} />,
    },
    { key: 'failed', title: '自检', render: (_, a) => <Checked row={a} /> },
    { key: 'state', title: '状态', render: (_, a) => <StateTag state={a.state} label={a.stateLabel} /> },
    {
      key: 'signed',
      title: '会签',
      render: (_, _a, i) =>
        (signatures[i] ?? []).map((s) => `${s.role.label} ${showTime(s.signedAt)}`).join('；') || '—',
    },
    {
      key: 'reported',
      title: '报省',
      render: (_, a) => (a.reportedAt ? `${showTime(a.reportedAt)}　${a.cityDocNo}` : '—'),
    },
  ];
  return (
    <WideTable<ApplicationRow>
      aria-label={`${list.city.name}的申报`}
      size="middle"
      rowKey="id"
      columns={columns}
      dataSource={list.applications}
      pagination={false}
      sticky
      scroll={{ x: 'max-content' }}
      rowSelection={{
        selectedRowKeys: picked,
        onChange: (keys) => onPick(keys.map(String)),
        hideSelectAll: true,
        getCheckboxProps: (a) => ({ 'aria-label': `选取 ${a.title}` }),
      }}
    />
  );
}

function Checked({ row }: { row: ApplicationRow }) {
  const failed = row.summary?.failed ?? [];
  if (failed.length > 0) return <Tag tone="bad">不通过 {failed.join('、')}</Tag>;
  const warned = row.summary?.warned ?? [];
  return warned.length > 0 ? <Tag tone="near">提示 {warned.join('、')}</Tag> : <Tag tone="good">通过</Tag>;
}
