import { Table } from 'antd';
import { Empty } from '@/components/Empty';
import type { JsonObject } from '@/lib/json';
import { type RegionList, shown } from './lists';

export function RegionTable({ list, pack }: { list: RegionList; pack: JsonObject }) {
  return (
    <Table<JsonObject>
      aria-label={list.title}
      size="middle"
      rowKey={(row) => list.columns.map((c) => String(row[c.key])).join()}
      columns={list.columns.map((c) => ({
        key: c.key,
        title: c.title,
        render: (_: unknown, row: JsonObject) => shown(c, row[c.key]),
      }))}
      dataSource={list.rowsOf(pack)}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showTotal: (n) => `共 ${n} 项` }}
      locale={{ emptyText: <Empty what="名单是空的" /> }}
    />
  );
}
