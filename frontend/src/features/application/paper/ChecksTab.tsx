import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import { FindingCounts } from '@/components/FindingCounts';
import { FindingList } from '@/components/FindingList';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { useJudged } from './useJudged';
import { Waivers } from './Waivers';

const order = ['FAIL', 'WARN', 'PASS', 'NA'];

/** Every rule with its clause and figures, what fails first. */
export function ChecksTab({ application }: { application: Application }) {
  const me = useMe();
  const now = application.live && can(me, 'application:check');
  const { checks, waivers, error, again } = useJudged(application.id, now);
  if (error) return <RefusalNote error={error} onRetry={again} />;
  if (!checks) return <Loading what="正在检查" />;
  const findings = [...checks.findings].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return (
    <>
      <p className="quiet">
        {now ? '按现在填报的内容' : `按第 ${checks.snapshotNo} 次上报的内容`}，政策包第 {checks.packVersion} 版。
      </p>
      <FindingCounts findings={findings} />
      <FindingList findings={findings} />
      {can(me, 'waiver:read') && <Waivers application={application} findings={findings} waivers={waivers} />}
    </>
  );
}
