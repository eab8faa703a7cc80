import { useRef } from 'react';
import type { Application, Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import type { Lock } from '../draft/lock';
import { enterRow } from '../edit/enterRow';
import { goTo } from '../edit/goTo';
import { LeftOffer } from '../LeftOffer';
import { FundsSection } from '../sections/FundsSection';
import { trailTo } from '../trail';
import { Outcome } from './Outcome';
import { PlanProjects, type PlanSheet } from './PlanProjects';
import { ProposePanel } from './ProposePanel';
import { useTrial } from './queries';
import { ReasonPanel } from './ReasonPanel';
import { useWritten } from './useWritten';

const awarded: Lock = (section, _row, field) =>
  section === 'fundPlan' && field === 'linkage.LINKAGE_PROV_UP'
    ? '省级以上合计由立项定额，不能变更；可在项目之间调整'
    : null;

interface Props {
  application: Application;
  plan: Shape<'Plan'>;
}

/** The approved plan as a sheet to be changed: each edit is tried by the server while one types, and proposed when nothing stands in its way. */
export function ChangeDesk({ application, plan }: Props) {
  const { document: base, version } = plan;
  const written = useWritten(application.id, plan);
  const { projects, fundPlan, reason, edits, untouched } = written;
  const trial = useTrial(application.id, version, edits);
  const sheet = useRef<PlanSheet>(null);
  const findings = untouched ? undefined : trial.data?.findings;
  const go = (pointer: string) =>
    goTo(pointer, (p) => enterRow(p, { villages: null, projects: sheet.current?.enter ?? null }));

  const blocked = (trial.data?.blockedBy.length ?? 0) > 0;
  const gap = untouched
    ? '还没有改动'
    : reason.trim() === ''
      ? '请写明变更理由'
      : !trial.settled
        ? '正在试算'
        : trial.error
          ? '变更内容有误，请先改正'
          : blocked
            ? '按现在的内容不能提出，原因见上'
            : '';

  return (
    <>
      <PageHead
        title="提出项目变更"
        trail={[...trailTo(application), { to: `/applications/${application.id}/changes`, label: '项目变更' }]}
        aside={<span className="quiet">依据批准规划第 {version} 版</span>}
      />
      {written.left && (
        <LeftOffer
          title="本机存有您上次填写、还没有提出的变更"
          onTake={() => {
            written.take();
            sheet.current?.forget();
          }}
          onDrop={written.drop}
        />
      )}
      <ReasonPanel value={reason} onChange={written.setReason} />
      <PlanProjects
        approved={written.from.projects}
        projects={projects}
        villages={base.zone?.villages ?? []}
        integrated={fundPlan.integrated}
        findings={findings}
        sheet={sheet}
        onChange={written.setProjects}
      />
      <Panel title="三、资金规划">
        <FundsSection
          value={fundPlan}
          projects={projects}
          lock={awarded}
          findings={findings}
          onChange={written.setFundPlan}
          onGo={go}
        />
      </Panel>
      {untouched ? (
        <Panel title="四、试算">
          <Empty what="还没有改动" next="改动后这里列出与批准规划的差异、规则判定和是否须市级同意" />
        </Panel>
      ) : (
        <>
          <RefusalNote error={trial.error} onRetry={() => void trial.refetch()} />
          {trial.data && !trial.error && <Outcome change={trial.data} onGo={go} />}
        </>
      )}
      <ProposePanel
        application={application.id}
        body={{ baseVersion: version, reason, ...edits }}
        gap={gap}
        onGo={go}
        onProposed={written.proposed}
      />
    </>
  );
}
