import { useBatches } from '@/api/batches';
import { useMe } from '@/api/session';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { RefusalNote } from '@/components/RefusalNote';
import { useListParams } from '@/lib/listParams';
import { useCandidates } from '../awards';
import { useAwards, useNotices } from '../queries';
import { AwardDesk } from './AwardDesk';
import { AwardTable } from './AwardTable';

/** Awarding what a notice named: those that wait, with what stands in the way, and those awarded. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const batches = useBatches();
  const batch =
    params.get('batch') ?? batches.data?.items.find((b) => b.state === 'REVIEWING')?.id ?? me.batch?.id ?? '';
  const candidates = useCandidates(batch);
  const notices = useNotices(batch);
  const awards = useAwards(batch);
  if (batches.isPending) return <Loading />;
  return (
    <>
      <PageHead title="办理立项" trail={[{ to: `/notices?batch=${batch}`, label: '公示立项' }]} />
      <FilterBar>
        <Picker
          label="批次"
          width={380}
          value={batch || undefined}
          onChange={(id) => params.set({ batch: id })}
          options={(batches.data?.items ?? []).map((b) => ({ value: b.id, label: b.title }))}
        />
      </FilterBar>
      <Panel title="待立项">
        <RefusalNote error={candidates.error ?? notices.error} onRetry={candidates.retry} />
        {candidates.isPending || notices.isPending ? (
          <Loading what="正在取待立项的申报" />
        ) : (
          <AwardDesk key={batch} candidates={candidates.items} notices={notices.data?.items ?? []} />
        )}
      </Panel>
      <Panel title="已立项">
        <RefusalNote error={awards.error} onRetry={() => awards.refetch()} />
        <AwardTable awards={awards.data?.items} />
      </Panel>
    </>
  );
}
