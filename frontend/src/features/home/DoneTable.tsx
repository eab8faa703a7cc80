import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Todo } from '@/api/types';
import { Empty } from '@/components/Empty';
import { ListTable } from '@/components/ListTable';
import type { ListParams } from '@/lib/listParams';
import { showTime } from '@/lib/time';
import type { useTodos } from './queries';
import { placeOf } from './where';

const columns: TableColumnsType<Todo> = [
  { key: 'at', title: '办理时间', width: 145, render: (_, t) => showTime(t.step?.at) },
  { key: 'no', title: '申报编号', width: 110, render: (_, t) => t.application?.no || '—' },
  {
    key: 'zone',
    title: '推进区',
    render: (_, t) => (t.application ? <Link to={placeOf(t)}>{t.application.title}</Link> : '—'),
  },
  {
    key: 'county',
    title: '县（市、区）',
    width: 140,
    render: (_, t) => (t.application ? `${t.application.city.name} ${t.application.county.name}` : '—'),
  },
  { key: 'matter', title: '办理', width: 130, render: (_, t) => t.step?.actionLabel },
  { key: 'to', title: '办后状态', width: 130, render: (_, t) => t.step?.toLabel },
  { key: 'opinion', title: '办理意见', render: (_, t) => t.step?.opinion || '—' },
  { key: 'role', title: '岗位', width: 140, render: (_, t) => t.role.label },
];

/** What I did and on what, the newest first; what my post no longer shows me keeps the deed without its name. */
export function DoneTable({ done, params }: { done: ReturnType<typeof useTodos>; params: ListParams }) {
  return (
    <ListTable<Todo>
      caption="已办"
      columns={columns}
      rowKey={(t) => `${t.step?.applicationId}${t.step?.seq}`}
      list={done.data}
      params={params}
      loading={done.isPending}
      error={done.error}
      onRetry={() => done.refetch()}
      empty={<Empty what="还没有办理过事项" next="在“待办”中办理后列在这里" />}
    />
  );
}
