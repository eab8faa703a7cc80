import type { ReactNode } from 'react';
import { useBatches } from '@/api/batches';
import type { Batch } from '@/api/types';
import { useListParams } from '@/lib/listParams';
import { Empty } from './Empty';
import { Loading } from './Loading';
import { PageHead } from './PageHead';
import { PageRefusal } from './PageRefusal';
import { Panel } from './Panel';

interface Props {
  title: string;
  children: (batch: Batch) => ReactNode;
}

/** A page about one batch: the one its address names, else the one in review, else the newest. */
export function OfBatch({ title, children }: Props) {
  const params = useListParams();
  const { data, error, refetch } = useBatches();
  if (error) return <PageRefusal error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading />;
  const named = data.items.find((b) => b.id === params.get('batch'));
  const batch = named ?? data.items.find((b) => b.state === 'REVIEWING') ?? data.items[0];
  if (batch) return children(batch);
  return (
    <>
      <PageHead title={title} />
      <Panel>
        <Empty what="还没有批次" next="省级建立批次后列在这里" />
      </Panel>
    </>
  );
}
