import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { ApplicationRow } from '@/api/types';
import { Empty } from '@/components/Empty';
import { ListTable } from '@/components/ListTable';
import { StateTag } from '@/components/StateTag';
import type { ListParams } from '@/lib/listParams';
import { showTime } from '@/lib/time';
import type { useEnded } from './queries';

const columns: TableColumnsType<ApplicationRow> = [
  { key: 'no', title: '申报编号', render: (_, a) => a.no || '—' },
  { key: 'title', title: '推进区', render: (_, a) => <Link to={`/applications/${a.id}`}>{a.title}</Link> },
  { key: 'county', title: '县（市、区）', render: (_, a) => `${a.city.name} ${a.county.name}` },
  { key: 'state', title: '结果', render: (_, a) => <StateTag state={a.state} label={a.stateLabel} /> },
  { key: 'since', title: '办结时间', render: (_, a) => showTime(a.stateSince) },
];

/** The applications whose way is over, whatever came of it. */
export function EndedTable({ ended, params }: { ended: ReturnType<typeof useEnded>; params: ListParams }) {
  return (
    <ListTable<ApplicationRow>
      caption="办结"
      columns={columns}
      rowKey={(a) => a.id}
      list={ended.data}
      params={params}
      loading={ended.isPending}
      error={ended.error}
      onRetry={() => ended.refetch()}
      empty={<Empty what="还没有办结的申报" next="立项、未立项、未推荐或者撤回后列在这里" />}
    />
  );
}
