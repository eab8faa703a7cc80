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
  { key: 'at', title: '办理时间', render: (_, t) => showTime(t.step?.at) },
  { key: 'matter', title: '办理', render: (_, t) => <Link to={placeOf(t)}>{t.step?.actionLabel}</Link> },
  { key: 'to', title: '办后状态', render: (_, t) => t.step?.toLabel },
  { key: 'opinion', title: '办理意见', render: (_, t) => t.step?.opinion || '—' },
  { key: 'role', title: '岗位', render: (_, t) => t.role.label },
];

/** What I did, the newest first. */
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
      empty={<Empty what="还没有办理过事项" />}
    />
  );
}
