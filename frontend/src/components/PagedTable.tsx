import { Pagination, type TableProps } from 'antd';
import { useState } from 'react';
import { usePrinting } from './usePrinting';
import { WideTable } from './WideTable';

interface Props<T> extends TableProps<T> {
  'aria-label': string;
  rows: T[] | undefined;
  /** What a row is counted in: 项, 人, 件. */
  counted: string;
}

const pageSize = 50;

/** A table of rows that are all at hand, a page at a time on the screen and whole on paper. */
export function PagedTable<T extends object>({ rows = [], counted, ...table }: Props<T>) {
  const [asked, setPage] = useState(1);
  const printing = usePrinting();
  const page = Math.min(asked, Math.max(1, Math.ceil(rows.length / pageSize)));
  return (
    <>
      <WideTable<T>
        {...table}
        dataSource={printing ? rows : rows.slice((page - 1) * pageSize, page * pageSize)}
        pagination={false}
      />
      <Pagination
        align="end"
        style={{ marginBlock: 16 }}
        current={page}
        pageSize={pageSize}
        total={rows.length}
        showSizeChanger={false}
        showTotal={(total) => `共 ${total} ${counted}`}
        hideOnSinglePage
        onChange={setPage}
      />
    </>
  );
}
