import { Link } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { PledgeTable } from '../pledges/PledgeTable';
import { Tallies } from '../pledges/Tallies';
import { useConfirmations } from '../queries';

/** Which money lines and projects their own offices have confirmed. */
export function PledgesTab({ application }: { application: Application }) {
  const me = useMe();
  const pledges = useConfirmations(application.id);
  if (pledges.error) return <RefusalNote error={pledges.error} onRetry={() => pledges.refetch()} />;
  if (!pledges.data) return <Loading what="正在读取确认情况" />;
  return (
    <>
      <p style={{ marginBottom: 16 }}>
        <Link to={`/applications/${application.id}/confirmations`}>
          {can(me, 'confirmation:confirm') ? '办理本单位的确认，看各单位的情况' : '按单位看确认情况'}
        </Link>
      </p>
      <Tallies pledges={pledges.data} />
      <PledgeTable items={pledges.data.items} />
    </>
  );
}
