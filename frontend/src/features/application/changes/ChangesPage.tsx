import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { StateTag } from '@/components/StateTag';
import { useApplication } from '../queries';
import { trailTo } from '../trail';
import { ChangeTable } from './ChangeTable';
import { PlanVersions } from './PlanVersions';
import { usePlanChanges, usePlans } from './queries';

/** 项目变更: what was asked to be changed after the award, and the versions of the approved plan. */
export function Component() {
  const { id = '' } = useParams();
  const application = useApplication(id);
  if (application.error && !application.data) return <PageRefusal error={application.error} />;
  if (!application.data) return <Loading what="正在打开项目变更" />;
  if (application.data.state !== 'AWARDED') return <NotYet application={application.data} />;
  return <Changes application={application.data} />;
}

function Changes({ application }: { application: Application }) {
  const me = useMe();
  const { id } = application;
  const changes = usePlanChanges(id);
  const plans = usePlans(id);
  const open = changes.data?.items.find((c) => c.state === 'PROPOSED' || c.state === 'SIGNED');
  return (
    <>
      <PageHead
        title="项目变更"
        trail={trailTo(application)}
        aside={<StateTag state={application.state} label={application.stateLabel} />}
        acts={
          <>
            <Button onClick={() => print()}>打印</Button>
            {can(me, 'plan_change:propose') && changes.data && !open && (
              <Link to={`/applications/${id}/changes/new`}>
                <Button type="primary">提出变更</Button>
              </Link>
            )}
          </>
        }
      />
      <Panel title="变更申请">
        <RefusalNote error={changes.error} onRetry={() => changes.refetch()} />
        {open && can(me, 'plan_change:propose') && (
          <p className="quiet">第 {open.no} 号变更尚未办结，办结或撤回后才能再提出。</p>
        )}
        <ChangeTable changes={changes.data?.items} loading={changes.isPending} />
      </Panel>
      <Panel title="批准规划的各版">
        <RefusalNote error={plans.error} onRetry={() => plans.refetch()} />
        {plans.data && <PlanVersions key={plans.data.total} id={id} plans={plans.data.items} />}
      </Panel>
    </>
  );
}

function NotYet({ application }: { application: Application }) {
  return (
    <>
      <PageHead
        title="项目变更"
        trail={trailTo(application)}
        aside={<StateTag state={application.state} label={application.stateLabel} />}
      />
      <Panel>
        <Empty what="还没有立项，没有批准的规划可以变更" next="立项以前请在申报书中修改" />
      </Panel>
    </>
  );
}
