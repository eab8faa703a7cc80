import { Button } from 'antd';
import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { useBatches } from '@/api/batches';
import { newKey } from '@/api/client';
import { can, useMe } from '@/api/session';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { RefusalNote } from '@/components/RefusalNote';
import { useListParams } from '@/lib/listParams';
import { useAwards, useDraft, useNotices, useObjectionsTo } from '../queries';
import { AwardTable } from './AwardTable';
import { NoticeTable } from './NoticeTable';

/** A batch's notices and awards, and the way to draft the next. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const batches = useBatches();
  const navigate = useNavigate();
  const batch =
    params.get('batch') ?? batches.data?.items.find((b) => b.state === 'REVIEWING')?.id ?? me.batch?.id ?? '';
  const notices = useNotices(batch);
  const objections = useObjectionsTo(can(me, 'objection:read') ? (notices.data?.items.map((n) => n.id) ?? []) : []);
  const awards = useAwards(batch);
  const draft = useDraft(batch);
  const key = useRef(newKey());

  async function begin() {
    const made = await draft.mutateAsync(key.current).catch(() => undefined);
    if (made) navigate(`/notices/${made.id}/edit`);
  }

  if (batches.isPending) return <Loading />;
  const reviewing = batches.data?.items.some((b) => b.id === batch && b.state === 'REVIEWING');
  const drafting = reviewing && can(me, 'notice:create');
  return (
    <>
      <PageHead
        title="公示立项"
        acts={
          drafting && (
            <Button type="primary" loading={draft.isPending} onClick={begin}>
              拟定公示
            </Button>
          )
        }
      />
      <FilterBar>
        <Picker
          label="批次"
          width={380}
          value={batch || undefined}
          onChange={(id) => params.set({ batch: id })}
          options={(batches.data?.items ?? []).map((b) => ({ value: b.id, label: b.title }))}
        />
      </FilterBar>
      <RefusalNote error={draft.error ?? batches.error} />
      <Panel title="公示">
        <RefusalNote error={notices.error} onRetry={() => notices.refetch()} />
        <NoticeTable
          notices={notices.data?.items}
          objections={objections.map((o) => o.data?.items)}
          drafting={drafting === true}
        />
      </Panel>
      <Panel
        title="立项名单"
        aside={can(me, 'application:award') && <Link to={`/notices/awards?batch=${batch}`}>办理立项</Link>}
      >
        <RefusalNote error={awards.error} onRetry={() => awards.refetch()} />
        <AwardTable awards={awards.data?.items} />
      </Panel>
    </>
  );
}
