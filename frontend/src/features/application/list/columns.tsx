import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { ApplicationRow } from '@/api/types';
import { Money } from '@/components/Money';
import { StateTag } from '@/components/StateTag';
import { Tag } from '@/components/Tag';
import { showShare } from '@/lib/ratio';
import { showTime } from '@/lib/time';
import { word } from '@/lib/words';
import { ruleWords } from './labels';

/** The columns of the city's own list (县、推进区、档次、申请额、整合比例、项目数、村数、自检、状态), what decides first: on a narrow screen the rest is reached by scrolling. */
export const columns: TableColumnType<ApplicationRow>[] = [
  { key: 'no', title: '申报编号', width: 110, fixed: 'left', sorter: true, render: (_, a) => a.no || '—' },
  {
    key: 'title',
    title: '推进区',
    width: 205,
    fixed: 'left',
    sorter: true,
    render: (_, a) => <Link to={`/applications/${a.id}`}>{a.title || '（未命名）'}</Link>,
  },
  { key: 'year', title: '年度', width: 70, render: (_, a) => a.year },
  {
    key: 'county',
    title: '县（市、区）',
    width: 145,
    sorter: true,
    render: (_, a) => `${a.city.name} ${a.county.name}`,
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    sorter: true,
    render: (_, a) => <StateTag state={a.state} label={a.stateLabel} />,
  },
  {
    key: 'provUp',
    title: '申请奖补（万元）',
    width: 110,
    align: 'right',
    render: (_, a) => <Money of={a.summary?.provUp} />,
  },
  {
    key: 'share',
    title: '整合比例',
    width: 90,
    align: 'right',
    render: (_, a) => (a.summary ? showShare(a.summary.integrated, a.summary.linkage) : '—'),
  },
  {
    key: 'failed',
    title: '自检不通过',
    width: 135,
    render: (_, a) => a.summary && <Failed rules={a.summary.failed} />,
  },
  {
    key: 'unconfirmed',
    title: '未确认',
    width: 75,
    align: 'right',
    render: (_, a) => (a.summary ? a.summary.unconfirmed : '—'),
  },
  { key: 'channel', title: '通道', width: 90, render: (_, a) => word('channel', a.channel) },
  {
    key: 'linkage',
    title: '衔接资金（万元）',
    width: 140,
    align: 'right',
    sorter: true,
    render: (_, a) => <Money of={a.summary?.linkage} />,
  },
  {
    key: 'integrated',
    title: '整合资金（万元）',
    width: 140,
    align: 'right',
    sorter: true,
    render: (_, a) => <Money of={a.summary?.integrated} />,
  },
  {
    key: 'total',
    title: '总投资（万元）',
    width: 140,
    align: 'right',
    sorter: true,
    render: (_, a) => <Money of={a.summary?.total} />,
  },
  { key: 'projects', title: '项目数', width: 80, align: 'right', render: (_, a) => a.summary?.projects ?? '—' },
  { key: 'villages', title: '村数', width: 70, align: 'right', render: (_, a) => a.summary?.villages ?? '—' },
  { key: 'submittedAt', title: '县上报时间', width: 150, sorter: true, render: (_, a) => showTime(a.submittedAt) },
  { key: 'reportedAt', title: '市报省时间', width: 150, sorter: true, render: (_, a) => showTime(a.reportedAt) },
  { key: 'updatedAt', title: '更新时间', width: 150, sorter: true, render: (_, a) => showTime(a.updatedAt) },
];

function Failed({ rules }: { rules: string[] }) {
  if (rules.length === 0) return <Tag tone="good">无</Tag>;
  return (
    <span title={rules.map((r) => `${r} ${ruleWords[r] ?? ''}`).join('、')}>
      <Tag tone="bad">{rules.length} 条</Tag> {rules.slice(0, 2).join('、')}
      {rules.length > 2 && '…'}
    </span>
  );
}
