import { Collapse } from 'antd';
import { can, useMe } from '@/api/session';
import type { Batch } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { DrawView } from './DrawView';
import { drawTones, drawWords } from './labels';
import { Propose } from './Propose';
import { useDraws } from './queries';

/** The draws of a batch: proposed with a public seed, looked at, then published or made void. */
export function Draws({ batch }: { batch: Batch }) {
  const me = useMe();
  const draws = useDraws(batch.id);
  if (draws.error) return <RefusalNote error={draws.error} onRetry={() => draws.refetch()} />;
  if (!draws.data) return <Loading />;
  const all = draws.data.items;
  return (
    <>
      {batch.state === 'REVIEWING' && can(me, 'draw:propose') && <Propose batchId={batch.id} />}
      {all.length === 0 && <Empty what="还没有抽取过专家" next="结束申报、形式审查通过后，以公布的种子提出抽取" />}
      <Collapse
        key={all.map((d) => d.id + d.state).join()}
        defaultActiveKey={all.filter((d) => d.state === 'PROPOSED').map((d) => d.id)}
        items={all.map((d) => ({
          key: d.id,
          label: (
            <>
              <b>
                {d.stageLabel}第 {d.no} 次抽取
              </b>{' '}
              <Tag tone={drawTones[d.state]}>{drawWords[d.state]}</Tag> {d.reason} · {d.createdBy} ·{' '}
              {showTime(d.createdAt)}
            </>
          ),
          children: <DrawView draw={d} batchId={batch.id} />,
        }))}
      />
    </>
  );
}
