import type { Batch } from '@/api/types';
import { BatchPicker } from '@/components/BatchPicker';
import { FilterBar } from '@/components/FilterBar';
import { OfBatch } from '@/components/OfBatch';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { ChecksTable } from './ChecksTable';
import { useSiteChecks } from './queries';

const title = '现场核查';

/** The site checks of a batch: an inspector's own to fill in, or all of them with who goes and what came of it. */
export function Component() {
  return <OfBatch title={title}>{(batch) => <Checks batch={batch} />}</OfBatch>;
}

function Checks({ batch }: { batch: Batch }) {
  const params = useListParams();
  const checks = useSiteChecks(batch.id);
  if (isForbidden(checks.error)) return <PageRefusal error={checks.error} />;
  return (
    <>
      <PageHead title={title} />
      <FilterBar>
        <BatchPicker value={batch.id} onChange={(to) => params.set({ batch: to })} />
      </FilterBar>
      <Panel>
        <ChecksTable
          items={checks.data?.items}
          mayAssign={checks.data?.mayAssign ?? []}
          loading={checks.isFetching && !checks.data}
          error={checks.error}
          onRetry={() => checks.refetch()}
        />
      </Panel>
    </>
  );
}
