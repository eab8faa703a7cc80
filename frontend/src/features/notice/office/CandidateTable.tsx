import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Application, Shape } from '@/api/types';
import { Signers } from '@/components/ActionPanel/Signers';
import { Download } from '@/components/Download';
import { Money } from '@/components/Money';
import { Tag } from '@/components/Tag';
import { awardOf, placeOf } from '../awards';

interface Props {
  candidates: Application[];
  notices: Shape<'Notice'>[];
  picked: string[];
  onPick: (ids: string[]) => void;
}

/** Those that wait for their award: on which notice, for how much, who signed, what stands in the way. */
export function CandidateTable({ candidates, notices, picked, onPick }: Props) {
  const columns: TableColumnsType<Application> = [
    {
      key: 'title',
      title: '推进区',
      render: (_, a) => (
        <>
          <Link to={`/applications/${a.id}`}>{a.title}</Link>
          <br />
          <span className="quiet">
            {a.no}　{a.city.name}
            {a.county.name}
          </span>
        </>
      ),
    },
    { key: 'notice', title: '公示', width: 80, render: (_, a) => <OnNotice at={placeOf(notices, a.id)?.notice} /> },
    {
      key: 'amount',
      title: '拟奖补额（万元）',
      width: 140,
      align: 'right',
      render: (_, a) => <Money of={placeOf(notices, a.id)?.entry.amount} />,
    },
    { key: 'signed', title: '会签', width: 180, render: (_, a) => <Signers signers={awardOf(a)?.signers ?? []} /> },
    { key: 'blocked', title: '能否办理', width: 220, render: (_, a) => <Standing of={a} /> },
    {
      key: 'paper',
      title: '批复草拟件',
      width: 200,
      className: 'screen-only',
      render: (_, a) => (
        <>
          <Download path={`/awards/${a.id}/approval.pdf`} label="PDF" />{' '}
          <Download path={`/awards/${a.id}/approval.docx`} label="Word" />
        </>
      ),
    },
  ];
  return (
    <Table<Application>
      aria-label="待立项的申报"
      size="middle"
      rowKey="id"
      columns={columns}
      dataSource={candidates}
      pagination={false}
      rowSelection={{
        selectedRowKeys: picked,
        onChange: (keys) => onPick(keys.map(String)),
        getTitleCheckboxProps: () => ({ 'aria-label': '全选能办理的' }),
        getCheckboxProps: (a) => ({ disabled: awardOf(a)?.blockedBy.length !== 0, 'aria-label': `选取 ${a.title}` }),
      }}
    />
  );
}

function OnNotice({ at }: { at: Shape<'Notice'> | undefined }) {
  return at ? <Link to={`/notices/${at.id}`}>第{at.no}号</Link> : '—';
}

function Standing({ of: a }: { of: Application }) {
  const award = awardOf(a);
  if (!award) return <Tag tone="plain">没有可办事项</Tag>;
  if (award.blockedBy.length === 0) return <Tag tone="good">可以办理</Tag>;
  return (
    <>
      <Tag tone="near">暂不能办</Tag>
      <br />
      {award.blockedBy.map((b) => b.message).join('；')}
    </>
  );
}
