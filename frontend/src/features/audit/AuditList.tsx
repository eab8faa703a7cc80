import { Button } from 'antd';
import { Empty } from '@/components/Empty';
import { ListTable } from '@/components/ListTable';
import { useListParams } from '@/lib/listParams';
import { entryColumns, streamColumn } from './columns';
import { auditAsked, useAudit } from './queries';

const narrowing = ['kind', 'action', 'person', 'q', 'from', 'to'];

/** The entries found, newest first unless asked otherwise. */
export function AuditList() {
  const params = useListParams();
  const list = useAudit(auditAsked(params));
  const narrowed = narrowing.some((name) => params.get(name) !== undefined);
  const [at, ...rest] = entryColumns;
  return (
    <ListTable
      caption="审计记录"
      columns={[{ ...at, sorter: true }, streamColumn, ...rest]}
      rowKey={(e) => `${e.stream} ${e.seq}`}
      list={list.data}
      params={{ ...params, sort: params.sort ?? '-at' }}
      loading={list.isPending}
      error={list.error}
      onRetry={() => list.refetch()}
      width={1084}
      empty={
        <Empty
          what={narrowed ? '没有符合条件的记录' : '还没有记录'}
          next={
            narrowed && (
              <Button onClick={() => params.set(Object.fromEntries(narrowing.map((n) => [n, undefined])))}>
                去掉条件，看全部
              </Button>
            )
          }
        />
      }
    />
  );
}
