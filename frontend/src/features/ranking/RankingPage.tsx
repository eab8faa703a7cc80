import { useBatches } from '@/api/batches';
import { can, useMe } from '@/api/session';
import type { Batch } from '@/api/types';
import { Download } from '@/components/Download';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { useListParams } from '@/lib/listParams';
import { Advice } from './Advice';
import { LockPanel } from './LockPanel';
import { useRanking, useRankingDesk } from './queries';
import { RankingTable } from './RankingTable';
import { Record } from './Record';

const title = '排名';

/** The ranking of a batch: who is still being judged, the lock, the places with everything that led to them, and how firmly they stand. */
export function Component() {
  const params = useListParams();
  const batches = useBatches();
  if (batches.error) return <RefusalNote error={batches.error} onRetry={() => batches.refetch()} />;
  if (!batches.data) return <Loading />;
  const all = batches.data.items;
  const batch = all.find((b) => b.id === params.get('batch')) ?? all.find((b) => b.state === 'REVIEWING') ?? all[0];
  if (!batch)
    return (
      <>
        <PageHead title={title} />
        <Panel>
          <Empty what="还没有批次" />
        </Panel>
      </>
    );
  return <OfBatch key={batch.id} batch={batch} all={all} onPick={(to) => params.set({ batch: to })} />;
}

interface Props {
  batch: Batch;
  all: Batch[];
  onPick: (batchId: string | undefined) => void;
}

function OfBatch({ batch, all, onPick }: Props) {
  const me = useMe();
  // Those who may look into the draws are the ones who see results before they are published.
  const inside = can(me, 'draw:read');
  const desk = useRankingDesk(batch.id, inside);
  const unlocked = desk.data?.locked === 0;
  const ranking = useRanking(batch.id, !inside || (desk.data !== undefined && !unlocked));
  const at = `/batches/${batch.id}`;
  return (
    <div className="wide">
      <PageHead
        title={title}
        acts={
          ranking.data && (
            <>
              <Download path={`${at}/ranking.xlsx`} label="排名表（Excel）" />
              {inside && <Download path={`${at}/opinions.pdf`} label="评审意见汇总表（PDF）" />}
              {inside && <Download path={`${at}/opinions.docx`} label="评审意见汇总表（Word）" />}
            </>
          )
        }
      />
      <p className="print-only">{batch.title}</p>
      <FilterBar>
        <Picker
          label="批次"
          width={420}
          value={batch.id}
          options={all.map((b) => ({ value: b.id, label: b.title }))}
          onChange={onPick}
        />
        <span className="quiet">{batch.stateLabel}</span>
        {ranking.data && (
          <Tag tone={ranking.data.published ? 'good' : 'near'}>{ranking.data.published ? '已公示' : '未公示'}</Tag>
        )}
      </FilterBar>
      <RefusalNote error={desk.error} onRetry={() => desk.refetch()} />
      {desk.data && <LockPanel batchId={batch.id} desk={desk.data} onReload={() => void desk.refetch()} />}
      <RefusalNote error={ranking.error} onRetry={() => ranking.refetch()} />
      {(ranking.isLoading || desk.isLoading) && <Loading />}
      {(unlocked || ranking.data === null) && (
        <Panel>
          <Empty
            what={inside ? '本批还没有锁定排名' : '本批评审结果还没有公布'}
            next={inside ? '各件评审完成后由评审组织员锁定' : '公示以后列在这里'}
          />
        </Panel>
      )}
      {ranking.data && (
        <>
          <Record batchId={batch.id} ranking={ranking.data} />
          <RankingTable ranking={ranking.data} acts={inside} />
          {ranking.data.advice && <Advice advice={ranking.data.advice} rows={ranking.data.rows} />}
        </>
      )}
    </div>
  );
}
