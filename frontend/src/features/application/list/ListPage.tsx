import { applicationQuery, useApplicationList } from '@/api/applications';
import { can, useMe } from '@/api/session';
import type { ApplicationRow } from '@/api/types';
import { ColumnPicker } from '@/components/ColumnPicker';
import { Download } from '@/components/Download';
import { Empty } from '@/components/Empty';
import { ListTable } from '@/components/ListTable';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { isForbidden } from '@/components/refusalWords';
import { useColumns } from '@/components/useColumns';
import { useListParams } from '@/lib/listParams';
import { columns } from './columns';
import { Filters } from './Filters';
import { NewDraft } from './NewDraft';

const filters = ['batch', 'city', 'county', 'channel', 'state', 'rule', 'unconfirmed', 'q', 'sort'];

/** The applications the caller may read. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const list = useApplicationList(applicationQuery(params.get, params.page, params.pageSize));
  const mayCreate = can(me, 'application:create');
  const ownCounty = me.grants.length > 0 && me.grants.every((g) => !g.region.endsWith('00'));
  const { shown, width, choices, hidden, hide } = useColumns('applications', columns);
  const narrowed = filters.some((f) => f !== 'sort' && params.get(f) !== undefined);
  if (isForbidden(list.error)) return <PageRefusal error={list.error} />;
  return (
    <>
      <PageHead
        title="申报"
        acts={
          <>
            <ColumnPicker choices={choices} hidden={hidden} onHide={hide} />
            {can(me, 'application:export') && (
              <Download path={`/applications.xlsx${queryOf(params.get)}`} label="导出 Excel" />
            )}
            {mayCreate && <NewDraft />}
          </>
        }
      />
      <Panel>
        <Filters params={params} ownCounty={ownCounty} />
        <ListTable<ApplicationRow>
          caption="申报"
          columns={shown}
          rowKey={(a) => a.id}
          list={list.data}
          params={params}
          loading={list.isFetching && !list.data}
          error={list.error}
          onRetry={() => list.refetch()}
          width={width}
          empty={
            narrowed ? (
              <Empty what="没有符合条件的申报" next="可以减少筛选条件再看" />
            ) : (
              <Empty what="还没有申报" next={mayCreate ? '点右上角“新建申报”开始填报' : '县级上报后会列在这里'} />
            )
          }
        />
      </Panel>
    </>
  );
}

/** The same filters for the workbook as for the page. */
function queryOf(get: (name: string) => string | undefined): string {
  const query = new URLSearchParams();
  for (const name of filters) {
    const value = get(name);
    if (value !== undefined) query.set(name, name === 'unconfirmed' ? 'true' : value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
