import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Todo } from '@/api/types';
import { Countdown } from '@/components/Countdown';
import { Empty } from '@/components/Empty';
import { ListTable } from '@/components/ListTable';
import { StateTag } from '@/components/StateTag';
import type { ListParams } from '@/lib/listParams';
import { showTime } from '@/lib/time';
import type { useTodos } from './queries';
import { matterOf, placeOf } from './where';

const columns: TableColumnsType<Todo> = [
  { key: 'matter', title: '事项', render: (_, t) => <Link to={placeOf(t)}>{matterOf(t)}</Link> },
  { key: 'zone', title: '推进区', render: (_, t) => t.application?.title ?? '—' },
  {
    key: 'from',
    title: '县（市、区）',
    width: 140,
    render: (_, t) => (t.application ? `${t.application.city.name} ${t.application.county.name}` : '—'),
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (_, t) => t.application && <StateTag state={t.application.state} label={t.application.stateLabel} />,
  },
  { key: 'since', title: '到达时间', width: 145, render: (_, t) => showTime(t.application?.stateSince) },
  {
    key: 'due',
    title: '办理时限',
    width: 190,
    render: (_, t) => (t.dueAt ? <Countdown label="" at={t.dueAt} /> : <span className="quiet">没有时限</span>),
  },
  { key: 'role', title: '岗位', width: 140, render: (_, t) => t.role.label },
];

/** What waits for me, the longest waiting first. */
export function TodoTable({ todos, params }: { todos: ReturnType<typeof useTodos>; params: ListParams }) {
  return (
    <ListTable<Todo>
      caption="待办"
      columns={columns}
      rowKey={(t) => `${t.application?.id}${t.reviewId}${t.entryId}${t.orderId}${t.changeId}${t.role.role}`}
      list={todos.data}
      params={params}
      loading={todos.isPending}
      error={todos.error}
      onRetry={() => todos.refetch()}
      empty={<Empty what="没有待办的事项" next="有新事项到达时会列在这里" />}
    />
  );
}
