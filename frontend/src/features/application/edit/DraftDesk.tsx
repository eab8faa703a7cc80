import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { KeptDraft } from '@/api/draft';
import { usePack } from '@/api/pack';
import type { Application, Shape } from '@/api/types';
import { FindingCounts } from '@/components/FindingCounts';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { RulePanel } from '@/components/RulePanel';
import { SaveStatus } from '@/components/SaveStatus';
import { StateTag } from '@/components/StateTag';
import { lockFor } from '../draft/lock';
import { shelve } from '../draft/shelf';
import { SlipNote } from '../SlipNote';
import { FilesSection } from '../sections/FilesSection';
import { FundsSection } from '../sections/FundsSection';
import { IndustriesSection } from '../sections/IndustriesSection';
import { PlanSection } from '../sections/PlanSection';
import { ProjectsSection } from '../sections/ProjectsSection';
import { SubmitSection } from '../sections/SubmitSection';
import { VillagesSection } from '../sections/VillagesSection';
import { ZoneSection } from '../sections/ZoneSection';
import { Anchors } from './Anchors';
import styles from './EditPage.module.css';
import { type EnterCell, enterRow } from './enterRow';
import { goTo } from './goTo';
import { parts } from './places';
import { ShelfOffer } from './ShelfOffer';
import { slipPointer } from './slipPointer';
import { Troubles } from './Troubles';
import { useDesk } from './useDesk';

interface Props {
  application: Application;
  kept: KeptDraft;
  slip: Shape<'ReturnSlip'> | undefined;
  account: string;
}

const wide = 1500;

/** The draft in eight parts: where one is at the left, the text, the rules at the right. Saving goes on by itself. */
export function DraftDesk({ application, kept, slip, account }: Props) {
  const editing = useDesk(application, kept);
  const { desk, sight, findings, putSection } = editing;
  const { sections, projects } = sight.content;
  const pack = usePack(application.batchId).data;
  const [rules, showRules] = useState(() => innerWidth >= wide);
  const villages = useRef<EnterCell>(null);
  const projectSheet = useRef<EnterCell>(null);
  const lock = lockFor(slip?.open);
  useEffect(() => {
    // The browser looked for the part its address names before there was one.
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  const go = (pointer: string) =>
    goTo(pointer, (p) => enterRow(p, { villages: villages.current, projects: projectSheet.current }));

  const bodies: Record<(typeof parts)[number]['id'], React.ReactNode> = {
    'part-zone': (
      <ZoneSection
        application={application}
        value={sections.zone}
        lock={lock}
        onChange={(v, field) => putSection('zone', v, field)}
      />
    ),
    'part-villages': (
      <VillagesSection
        value={sections.villages}
        lock={lock}
        least={pack?.minVillages}
        findings={findings}
        enter={villages}
        onChange={(v) => putSection('villages', v)}
      />
    ),
    'part-industries': (
      <IndustriesSection
        value={sections.industries}
        lock={lock}
        onChange={(v, field) => putSection('industries', v, field)}
      />
    ),
    'part-projects': <ProjectsSection application={application} editing={editing} slip={slip} enter={projectSheet} />,
    'part-funds': (
      <FundsSection
        value={sections.fundPlan}
        projects={projects}
        lock={lock}
        findings={findings}
        onChange={(v, field) => putSection('fundPlan', v, field)}
        onGo={go}
      />
    ),
    'part-plan': (
      <PlanSection
        plan={sections.plan}
        mechanism={sections.mechanism}
        papers={sections.papers}
        lock={lock}
        onPlan={(v, field) => putSection('plan', v, field)}
        onMechanism={(v, field) => putSection('mechanism', v, field)}
        onPapers={(v, field) => putSection('papers', v, field)}
      />
    ),
    'part-files': <FilesSection id={application.id} pack={pack} lock={lock} onChanged={editing.recheck} />,
    'part-submit': (
      <SubmitSection
        application={application}
        content={sight.content}
        pending={sight.pending}
        findings={findings}
        onSave={() => void desk.flush()}
        onGo={go}
      />
    ),
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any field saves; nothing here is acted upon
    <div onBlur={() => void desk.flush()}>
      <PageHead
        title={sections.zone.name || '未命名的推进区'}
        trail={[
          { to: '/applications', label: '申报' },
          { to: `/applications/${application.id}`, label: application.no || '草稿' },
        ]}
        aside={<StateTag state={application.state} label={application.stateLabel} />}
      />
      <div className={styles.bar}>
        <FindingCounts findings={findings} />
        <div className={styles.acts}>
          <SaveStatus saving={editing.saving} />
          {sight.trouble.size > 0 && (
            <Button
              danger
              onClick={() => document.querySelector('[data-trouble]')?.scrollIntoView({ block: 'center' })}
            >
              去处理
            </Button>
          )}
          <Button onClick={() => desk.undo()} disabled={!sight.canUndo}>
            撤销
          </Button>
          <Button onClick={() => void desk.flush()} disabled={sight.pending === 0}>
            保存
          </Button>
          <Button onClick={() => showRules(!rules)} aria-expanded={rules}>
            {rules ? '收起规则面板' : '展开规则面板'}
          </Button>
        </div>
      </div>
      {slip && <SlipNote slip={slip} onGo={(item) => go(slipPointer(item, sight.content))} />}
      {editing.left && (
        <ShelfOffer
          shelf={editing.left}
          onTake={() => {
            desk.takeUp(editing.left?.pieces ?? []);
            editing.forget();
          }}
          onDrop={() => {
            shelve(account, application.id, [], 0);
            editing.forget();
          }}
        />
      )}
      {sight.waiting !== null && sight.pending > 0 && (
        <RefusalNote error={sight.waiting} onRetry={() => void desk.flush()} />
      )}
      <div className={rules ? styles.columns : `${styles.columns} ${styles.folded}`}>
        <Anchors findings={findings} />
        <div>
          {parts.map((p) => (
            <div key={p.id} id={p.id} className={styles.part}>
              <Panel title={`${p.no} ${p.label}`}>
                <Troubles desk={desk} trouble={sight.trouble} pieces={p.pieces} onGo={go} />
                {bodies[p.id]}
              </Panel>
            </div>
          ))}
        </div>
        {rules && (
          <div className={styles.rules}>
            <RulePanel findings={findings} onGo={go} />
          </div>
        )}
      </div>
    </div>
  );
}
