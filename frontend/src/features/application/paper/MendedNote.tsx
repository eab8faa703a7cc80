import { Alert } from 'antd';
import { Link } from 'react-router';
import type { Application } from '@/api/types';
import { useSnapshotDiff, useSnapshots } from '../queries';
import { mendedSince } from './mended';

/** On top of what was handed in again: how much of it is another than before, and the way to see only that. */
export function MendedNote({ application }: { application: Application }) {
  const since = mendedSince(application, useSnapshots(application.id).data?.items ?? []);
  return since && <Counted id={application.id} {...since} />;
}

function Counted({ id, from, to }: { id: string; from: number; to: number }) {
  const count = useSnapshotDiff(id, from, to).data?.items.length;
  if (count === undefined) return null;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={count === 0 ? '与上次上报相比没有改动' : `与上次上报相比改了 ${count} 处`}
      action={count > 0 && <Link to={`?tab=versions&from=${from}&to=${to}#papers`}>查看改动</Link>}
    />
  );
}
