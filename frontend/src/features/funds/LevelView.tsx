import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { LevelTable } from './LevelTable';
import { useSummary } from './queries';

/** One award's projects against level × stage, the whole of it in the first row. */
export function LevelView({ application }: { application: string }) {
  const summary = useSummary({ application, by: 'project' });
  const rows = (summary.data?.items ?? []).filter((n) => n.depth === 'province' || n.depth === 'project');
  return (
    <>
      <RefusalNote error={summary.error} onRetry={() => summary.refetch()} />
      {summary.isPending && <Loading what="正在汇总" />}
      {rows.length > 0 && <LevelTable rows={rows} scope={{ application }} />}
    </>
  );
}
