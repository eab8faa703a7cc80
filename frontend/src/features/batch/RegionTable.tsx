import { Empty } from '@/components/Empty';
import { PagedTable } from '@/components/PagedTable';
import type { JsonObject } from '@/lib/json';
import { type RegionList, shown } from './lists';

export function RegionTable({ list, pack }: { list: RegionList; pack: JsonObject }) {
  return (
    <PagedTable<JsonObject>
      aria-label={list.title}
      size="middle"
      rowKey={(row) => list.columns.map((c) => String(row[c.key])).join()}
      columns={list.columns.map((c) => ({
        key: c.key,
        title: c.title,
        render: (_: unknown, row: JsonObject) => shown(c, row[c.key]),
      }))}
      rows={list.rowsOf(pack)}
      counted="项"
      locale={{ emptyText: <Empty what="名单是空的" next="省乡村振兴局可以从 Excel 粘贴填入" /> }}
    />
  );
}
