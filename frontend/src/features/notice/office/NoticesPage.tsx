import { Button } from 'antd';
import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { newKey } from '@/api/client';
import { can, useMe } from '@/api/session';
import type { Batch } from '@/api/types';
import { BatchPicker } from '@/components/BatchPicker';
import { FilterBar } from '@/components/FilterBar';
import { OfBatch } from '@/components/OfBatch';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { useAwards, useDraft, useNotices, useObjectionsTo } from '../queries';
import { AwardTable } from './AwardTable';
import { NoticeTable } from './NoticeTable';

const title = '公示立项';

/** A batch's notices and awards, and the way to draft the next. */
export function Component() {
  return <OfBatch title={title}>{(batch) => <Desk key={batch.id} batch={batch} />}</OfBatch>;
}

function Desk({ batch }: { batch: Batch }) {
  const me = useMe();
  const params = useListParams();
  const navigate = useNavigate();
  const notices = useNotices(batch.id);
  const objections = useObjectionsTo(can(me, 'objection:read') ? (notices.data?.items.map((n) => n.id) ?? []) : []);
  const awards = useAwards(batch.id);
  const draft = useDraft(batch.id);
  const key = useRef(newKey());

  async function begin() {
    const made = await draft.mutateAsync(key.current).catch(() => undefined);
    if (made) navigate(`/notices/${made.id}/edit`);
  }

  const drafting = batch.state === 'REVIEWING' && can(me, 'notice:create');
  if (isForbidden(notices.error)) return <PageRefusal error={notices.error} />;
  return (
    <>
      <PageHead
        title={title}
        acts={
          drafting && (
            <Button type="primary" loading={draft.isPending} onClick={begin}>
              拟定公示
            </Button>
          )
        }
      />
      <FilterBar>
        <BatchPicker value={batch.id} onChange={(to) => params.set({ batch: to })} />
      </FilterBar>
      <RefusalNote error={draft.error} />
      <Panel title="公示">
        <RefusalNote error={notices.error} onRetry={() => notices.refetch()} />
        <NoticeTable
          notices={notices.data?.items}
          objections={objections.map((o) => o.data?.items)}
          drafting={drafting}
        />
      </Panel>
      <Panel
        title="立项名单"
        aside={can(me, 'application:award') && <Link to={`/notices/awards?batch=${batch.id}`}>办理立项</Link>}
      >
        <RefusalNote error={awards.error} onRetry={() => awards.refetch()} />
        <AwardTable awards={awards.data?.items} />
      </Panel>
    </>
  );
}
