import { Alert } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { usePack } from '@/api/pack';
import { useStep } from '@/api/steps';
import type { Application } from '@/api/types';
import { ActionPanel } from '@/components/ActionPanel';
import { AttachmentList } from '@/components/AttachmentList';
import { FindingCounts } from '@/components/FindingCounts';
import { FindingList } from '@/components/FindingList';
import { Loading } from '@/components/Loading';
import { later } from '@/components/later';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Facts } from '@/components/proposal/Facts';
import { totalsOf } from '@/components/proposal/totals';
import { RefusalNote } from '@/components/RefusalNote';
import { StateTag } from '@/components/StateTag';
import { PledgeTable } from '../pledges/PledgeTable';
import { Tallies } from '../pledges/Tallies';
import { useApplication, useAttachments, useChecks, useConfirmations, useConsultations, useRefresh } from '../queries';
import { SlipNote } from '../SlipNote';

// The act and what stands in its way come first; the whole paper follows.
const ProposalView = later(() => import('@/components/proposal/ProposalView').then((m) => m.ProposalView));
const Changed = later(() => import('./Changed').then((m) => m.Changed));

/** The sheet before 签报: everything once more, what does not pass and what nobody confirmed, and then the act. */
export function Component() {
  const { id = '' } = useParams();
  const application = useApplication(id);
  if (application.error && !application.data) return <PageRefusal error={application.error} />;
  if (!application.data) return <Loading what="正在打开核对页" />;
  return <Sheet application={application.data} />;
}

function Sheet({ application }: { application: Application }) {
  const { id, document: d } = application;
  const navigate = useNavigate();
  const pack = usePack(application.batchId).data;
  const checks = useChecks(id, application.live);
  const files = useAttachments(id);
  const pledges = useConfirmations(id);
  const slip = useConsultations(id).data?.returns.find((r) => r.answeredAt === null);
  const refresh = useRefresh(id);
  const step = useStep(application);
  const wrong = (checks.data?.findings ?? []).filter((f) => f.verdict === 'FAIL' || f.verdict === 'WARN');
  const open = (pledges.data?.items ?? []).filter((p) => p.state === 'UNCONFIRMED' || p.state === 'LAPSED');
  // Handed in before: what is new since then is looked at first.
  const again = application.live && application.snapshotNo > 0;
  const parts = [
    '合计',
    ...(again ? ['与上一版的差异'] : []),
    '申报内容',
    '规则检查',
    '附件',
    '部门和财政的确认',
    '提交',
  ];
  const titled = (part: string) => `${'一二三四五六七'[parts.indexOf(part)]}、${part}`;
  const acts = application.actions.filter((a) => ['submit', 'resubmit', 'resupply'].includes(a.action));
  return (
    <>
      <PageHead
        title="核对并提交"
        trail={[
          { to: '/applications', label: '申报' },
          { to: `/applications/${id}`, label: application.title || '（未命名的推进区）' },
        ]}
        aside={<StateTag state={application.state} label={application.stateLabel} />}
      />
      {slip && application.state.startsWith('RETURNED') && <SlipNote slip={slip} />}
      <Panel title={titled('合计')}>
        {d.fundPlan && (
          <Facts of={totalsOf(d.fundPlan, d.projects ?? [], d.zone?.villages ?? []).map((t) => [t.label, t.value])} />
        )}
      </Panel>
      {again && (
        <Panel title={titled('与上一版的差异')}>
          <Changed application={application} />
        </Panel>
      )}
      <Panel title={titled('申报内容')}>
        <ProposalView document={d} />
      </Panel>
      <Panel title={titled('规则检查')} aside={<FindingCounts findings={checks.data?.findings} />}>
        <RefusalNote error={checks.error} onRetry={() => checks.refetch()} />
        {checks.data && wrong.length === 0 && <Alert type="success" showIcon title="全部通过，没有提示。" />}
        <FindingList findings={wrong} />
      </Panel>
      <Panel title={titled('附件')}>
        <RefusalNote error={files.error} onRetry={() => files.refetch()} />
        {files.data && <AttachmentList files={files.data.items} pack={pack} />}
      </Panel>
      <Panel title={titled('部门和财政的确认')}>
        <RefusalNote error={pledges.error} onRetry={() => pledges.refetch()} />
        {pledges.data && <Tallies pledges={pledges.data} />}
        {pledges.data && open.length === 0 && <Alert type="success" showIcon title="须确认的资金和项目都已确认。" />}
        {open.length > 0 && <PledgeTable items={open} />}
      </Panel>
      {acts.length > 0 ? (
        <ActionPanel
          actions={acts}
          send={step}
          onReload={refresh}
          document={d}
          onDone={() => navigate(`/applications/${id}`)}
        />
      ) : (
        <Panel title={titled('提交')}>
          <p>
            {application.live
              ? '由县政府签报人签报后上报；填报员不能代签。签报人登录后在首页待办中即可看到本件。'
              : `申报现为“${application.stateLabel}”，没有可以在此办理的事项。`}{' '}
            <Link to={`/applications/${id}`}>返回单据</Link>
          </p>
        </Panel>
      )}
    </>
  );
}
