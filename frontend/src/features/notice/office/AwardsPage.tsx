import type { Batch } from '@/api/types';
import { BatchPicker } from '@/components/BatchPicker';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { OfBatch } from '@/components/OfBatch';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { useCandidates } from '../awards';
import { useAwards, useNotices } from '../queries';
import { AwardDesk } from './AwardDesk';
import { AwardTable } from './AwardTable';

const title = '办理立项';

/** Awarding what a notice named: those that wait, with what stands in the way, and those awarded. */
export function Component() {
  return <OfBatch title={title}>{(batch) => <Desk key={batch.id} batch={batch} />}</OfBatch>;
}

function Desk({ batch }: { batch: Batch }) {
  const params = useListParams();
  const candidates = useCandidates(batch.id);
  const notices = useNotices(batch.id);
  const awards = useAwards(batch.id);
  if (isForbidden(candidates.error)) return <PageRefusal error={candidates.error} />;
  return (
    <>
      <PageHead title={title} trail={[{ to: `/notices?batch=${batch.id}`, label: '公示立项' }]} />
      <FilterBar>
        <BatchPicker value={batch.id} onChange={(to) => params.set({ batch: to })} />
      </FilterBar>
      <Panel title="待立项">
        <RefusalNote error={candidates.error ?? notices.error} onRetry={candidates.retry} />
        {candidates.isPending || notices.isPending ? (
          <Loading what="正在取待立项的申报" />
        ) : (
          <AwardDesk candidates={candidates.items} notices={notices.data?.items ?? []} />
        )}
      </Panel>
      <Panel title="已立项">
        <RefusalNote error={awards.error} onRetry={() => awards.refetch()} />
        <AwardTable awards={awards.data?.items} />
      </Panel>
    </>
  );
}
