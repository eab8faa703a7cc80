import { Checkbox } from 'antd';
import { BatchPicker } from '@/components/BatchPicker';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { OrderSheet } from './OrderSheet';
import { useOrders } from './queries';

/** The 督办单 one may see, those that still stand first; one asked for by address opens at the top. */
export function Component() {
  const params = useListParams();
  const asked = params.get('order');
  const live = params.get('all') === undefined && asked === undefined;
  const orders = useOrders(live, params.get('batch'));
  const items = [...(orders.data?.items ?? [])].sort(
    (a, b) =>
      Number(b.id === asked) - Number(a.id === asked) || Number(a.state === 'CLOSED') - Number(b.state === 'CLOSED'),
  );
  if (isForbidden(orders.error)) return <PageRefusal error={orders.error} />;
  return (
    <>
      <PageHead
        title="督办"
        aside={<span className="quiet">承诺的资金到期没有到位，规则由通过变为不通过时，由系统开立</span>}
      />
      <Panel>
        <FilterBar>
          <BatchPicker all value={params.get('batch')} onChange={(batch) => params.set({ batch })} />
          <Checkbox
            checked={!live}
            onChange={(e) => params.set({ all: e.target.checked ? 'true' : undefined, order: undefined })}
          >
            已销号的也列出
          </Checkbox>
        </FilterBar>
        <RefusalNote error={orders.error} onRetry={() => orders.refetch()} />
        {orders.isPending && <Loading />}
        {orders.data && items.length === 0 && (
          <Empty what={live ? '没有待办的督办单' : '没有督办单'} next="资金应到位而没有到位时会列在这里" />
        )}
        {items.map((o) => (
          <OrderSheet key={o.id} order={o} />
        ))}
      </Panel>
    </>
  );
}
