import { Link } from 'react-router';
import type { Application } from '@/api/types';
import { CommitmentTable } from '@/components/CommitmentTable';
import { Loading } from '@/components/Loading';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { useMoney } from '../queries';

/** After the award: what was promised, what has come, and where to report what has. */
export function Arrival({ application }: { application: Application }) {
  const money = useMoney(application.id);
  return (
    <Panel title="承诺资金到位" aside={<Link to={`/funds/${application.id}`}>资金矩阵</Link>}>
      <RefusalNote error={money.error} onRetry={() => money.refetch()} />
      {money.isPending && <Loading what="正在读取到位情况" />}
      {money.data && (
        <CommitmentTable
          lines={money.data.lines.filter((l) => l.commitment)}
          act={(l) =>
            l.kinds.includes('ALLOCATE') ? (
              <Link to={`/funds/${application.id}/new?line=${encodeURIComponent(l.line)}`}>登记到位</Link>
            ) : (
              '—'
            )
          }
        />
      )}
    </Panel>
  );
}
