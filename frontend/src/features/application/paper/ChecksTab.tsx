import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import { FindingCounts } from '@/components/FindingCounts';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { FamilyList } from './FamilyList';
import { Judged } from './Judged';
import { useJudged } from './useJudged';
import { Waivers } from './Waivers';

/** Every rule with its clause and figures, part by part. */
export function ChecksTab({ application }: { application: Application }) {
  const me = useMe();
  const now = application.live && can(me, 'application:check');
  const { checks, waivers, error, again } = useJudged(application.id, now);
  if (error) return <RefusalNote error={error} onRetry={again} />;
  if (!checks) return <Loading what="正在检查" />;
  const { findings } = checks;
  return (
    <>
      <Judged
        application={application}
        what={now ? '按现在填报的内容' : `按第 ${checks.snapshotNo} 次上报的内容`}
        packVersion={checks.packVersion}
      />
      <FindingCounts findings={findings} />
      <FamilyList findings={findings} />
      {can(me, 'waiver:read') && <Waivers application={application} findings={findings} waivers={waivers} />}
    </>
  );
}
