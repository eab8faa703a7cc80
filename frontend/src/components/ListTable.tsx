import { Pagination, type TableColumnsType } from 'antd';
import type { SorterResult } from 'antd/es/table/interface';
import type { ReactNode } from 'react';
import type { ListParams } from '@/lib/listParams';
import { RefusalNote } from './RefusalNote';
import { WideTable } from './WideTable';

interface Props<T> {
  /** What the table lists, for readers of the screen and for print. */
  caption: string;
  columns: TableColumnsType<T>;
  rowKey: (row: T) => string;
  list: { items: T[]; total: number } | undefined;
  params: ListParams;
  loading: boolean;
  error: unknown;
  empty: ReactNode;
  onRetry?: () => void;
  /** Columns wider than the page scroll beneath their first. */
  width?: number;
}

/** A list of the server's: filtered, sorted and paged there. A column whose key the API sorts by has sorter: true. */
export function ListTable<T extends object>({
  caption,
  columns,
  rowKey,
  list,
  params,
  loading,
  error,
  empty,
  onRetry,
  width,
}: Props<T>) {
  const sorted = columns.map((c) =>
    'key' in c && c.sorter ? { ...c, sortOrder: orderOf(params.sort, String(c.key)) } : c,
  );
  return (
    <div className="list">
      <RefusalNote error={error} onRetry={onRetry} />
      <WideTable<T>
        aria-label={caption}
        columns={sorted}
        rowKey={rowKey}
        dataSource={list?.items}
        loading={{ spinning: loading, description: '正在取数' }}
        size="middle"
        sticky
        scroll={width ? { x: width } : undefined}
        showSorterTooltip={false}
        locale={{ emptyText: loading || error ? ' ' : empty }}
        pagination={false}
        onChange={(_, __, sorter) => params.set({ sort: sortOf(sorter) })}
      />
      <Pagination
        align="end"
        style={{ marginBlock: 16 }}
        current={params.page}
        pageSize={params.pageSize}
        total={list?.total ?? 0}
        showSizeChanger
        pageSizeOptions={[20, 50, 100, 200]}
        showTotal={(total) => `共 ${total} 项`}
        hideOnSinglePage={(list?.total ?? 0) <= 20}
        onChange={(page, pageSize) => params.set({ page, pageSize })}
      />
    </div>
  );
}

function orderOf(sort: string | undefined, key: string) {
  if (sort === key) return 'ascend' as const;
  return sort === `-${key}` ? ('descend' as const) : null;
}

function sortOf<T>(sorter: SorterResult<T> | SorterResult<T>[]): string | undefined {
  const one = Array.isArray(sorter) ? sorter[0] : sorter;
  if (!one?.order) return undefined;
  return one.order === 'descend' ? `-${one.columnKey}` : String(one.columnKey);
}
