import type { Application } from '@/api/types';
import { DiffTable } from '@/components/DiffTable';
import { RefusalNote } from '@/components/RefusalNote';
import { useSnapshotDiff } from '../queries';

const draft = 0;

/** What the draft changes of what was handed in last. */
export function Changed({ application: { id, snapshotNo } }: { application: Application }) {
  const diff = useSnapshotDiff(id, snapshotNo, draft);
  if (diff.error) return <RefusalNote error={diff.error} onRetry={() => diff.refetch()} />;
  return (
    <DiffTable changes={diff.data?.items} before={`第 ${snapshotNo} 版`} after="本次提交" loading={diff.isPending} />
  );
}
