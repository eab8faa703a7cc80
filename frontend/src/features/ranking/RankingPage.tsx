import { can, useMe } from '@/api/session';
import type { Batch } from '@/api/types';
import { BatchPicker } from '@/components/BatchPicker';
import { Download } from '@/components/Download';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { OfBatch } from '@/components/OfBatch';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { isForbidden } from '@/components/refusalWords';
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
  return <OfBatch title={title}>{(batch) => <Desk key={batch.id} batch={batch} />}</OfBatch>;
}

function Desk({ batch }: { batch: Batch }) {
  const params = useListParams();
  const me = useMe();
  // Those who may look into the draws are the ones who see results before they are published.
  const inside = can(me, 'draw:read');
  const desk = useRankingDesk(batch.id, inside);
  const unlocked = desk.data?.locked === 0;
  const ranking = useRanking(batch.id, !inside || (desk.data !== undefined && !unlocked));
  const at = `/batches/${batch.id}`;
  if (isForbidden(ranking.error)) return <PageRefusal error={ranking.error} />;
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
        <BatchPicker value={batch.id} onChange={(to) => params.set({ batch: to })} />
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
