import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePack } from '@/api/pack';
import { can, useMe } from '@/api/session';
import { useStep } from '@/api/steps';
import type { Application } from '@/api/types';
import { ActionPanel } from '@/components/ActionPanel';
import { History } from '@/components/History';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { StateTag } from '@/components/StateTag';
import { StepBar } from '@/components/StepBar';
import { useApplication, useConsultations, useHistory, useRefresh } from '../queries';
import { SlipNote } from '../SlipNote';
import { Elsewhere } from './Elsewhere';
import { HearingNote } from './HearingNote';
import { MendedNote } from './MendedNote';
import { Papers } from './Papers';
import { PaperTabs } from './PaperTabs';
import { Receipts } from './Receipts';
import { Signatures } from './Signatures';
import { Summary } from './Summary';

/** 单据: how far it has come, what it says, what hangs on it; at the foot what the caller may do and who did what. */
export function Component() {
  const { id = '' } = useParams();
  const application = useApplication(id);
  if (application.error && !application.data) return <PageRefusal error={application.error} />;
  if (!application.data) return <Loading what="正在打开申报" />;
  return <Paper application={application.data} />;
}

function Paper({ application }: { application: Application }) {
  const me = useMe();
  const rank = Number(useSearchParams()[0].get('rank'));
  const history = useHistory(application.id);
  const consultations = useConsultations(application.id);
  const pack = usePack(application.batchId).data;
  const refresh = useRefresh(application.id);
  const step = useStep(application);
  const slip = consultations.data?.returns.find((r) => r.answeredAt === null);
  const mayEdit = application.live && can(me, 'application:update');
  const last = history.data?.items.at(-1);
  return (
    <>
      <PageHead
        title={application.title || '（未命名的推进区）'}
        trail={[{ to: '/applications', label: '申报' }]}
        aside={
          <>
            <StateTag state={application.state} label={application.stateLabel} />
            {application.overdue && <span>推荐后逾期未报省</span>}
          </>
        }
        acts={
          <>
            {mayEdit && (
              <Link to={`/applications/${application.id}/edit`}>
                <Button type="primary">{application.state === 'DRAFT' ? '填报' : '补正'}</Button>
              </Link>
            )}
            {application.actions.length > 0 && (
              <a href="#act">
                <Button type={mayEdit ? 'default' : 'primary'}>去办理</Button>
              </a>
            )}
            <Papers application={application} />
          </>
        }
      />
      <Panel>
        <StepBar state={application.state} label={application.stateLabel} stages={pack?.stages} cameFrom={last?.from} />
        <RefusalNote error={consultations.error} onRetry={() => consultations.refetch()} />
        {consultations.data?.hearing && (
          <HearingNote hearing={consultations.data.hearing} decided={application.state === 'DISQUALIFIED'} />
        )}
        {slip && application.state.startsWith('RETURNED') && <SlipNote slip={slip} />}
        {application.snapshotNo > 1 && <MendedNote application={application} />}
        <Summary application={application} />
        <Elsewhere application={application} />
      </Panel>
      <Panel id="papers">
        <PaperTabs application={application} pack={pack} slips={consultations.data?.returns ?? []} />
      </Panel>
      <div id="act" />
      <ActionPanel
        actions={application.actions}
        send={step}
        onReload={refresh}
        document={application.document}
        onDone={refresh}
        {...(rank > 0 ? { begun: { rank } } : {})}
      />
      {consultations.data && consultations.data.signatures.length > 0 && (
        <Panel title="会签意见">
          <Signatures signatures={consultations.data.signatures} />
        </Panel>
      )}
      {application.snapshotNo > 0 && <Receipts application={application} />}
      <Panel title="流转记录">
        <RefusalNote error={history.error} onRetry={() => history.refetch()} />
        <History steps={history.data?.items} loading={history.isPending} />
      </Panel>
    </>
  );
}
