import { useBatches } from '@/api/batches';
import { BatchPicker } from '@/components/BatchPicker';
import { FilterBar } from '@/components/FilterBar';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { useListParams } from '@/lib/listParams';
import { ChecksTable } from './ChecksTable';
import { useSiteChecks } from './queries';

/** The site checks of a batch: an inspector's own to fill in, or all of them with who goes and what came of it. */
export function Component() {
  const params = useListParams();
  const batches = useBatches();
  const all = batches.data?.items ?? [];
  const batch = params.get('batch') ?? (all.find((b) => b.state === 'REVIEWING') ?? all[0])?.id;
  const checks = useSiteChecks(batch);
  return (
    <>
      <PageHead title="现场核查" />
      <FilterBar>
        <BatchPicker value={batch} onChange={(to) => params.set({ batch: to })} />
      </FilterBar>
      <Panel>
        <ChecksTable
          items={checks.data?.items}
          mayAssign={checks.data?.mayAssign ?? []}
          loading={checks.isFetching && !checks.data}
          error={batches.error ?? checks.error}
          onRetry={() => checks.refetch()}
        />
      </Panel>
    </>
  );
}
