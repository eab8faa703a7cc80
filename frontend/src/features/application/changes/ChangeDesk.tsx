import { Alert, Button, Input } from 'antd';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Project, Sections } from '@/api/draft';
import { useMe } from '@/api/session';
import type { Application, Shape } from '@/api/types';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { Empty } from '@/components/Empty';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { type GridHandle, ProjectGrid } from '@/components/ProjectGrid';
import { RefusalNote } from '@/components/RefusalNote';
import type { Lock } from '../draft/lock';
import { goTo } from '../edit/goTo';
import { FundsSection } from '../sections/FundsSection';
import { marksAt } from '../sections/marks';
import { projectKeyAt, useProjectRows } from '../sections/useProjectRows';
import { trailTo } from '../trail';
import styles from './Changes.module.css';
import { editsOf, isEmpty } from './edits';
import { keepWritten, keptWritten } from './keep';
import { Outcome } from './Outcome';
import { usePropose, useTrial } from './queries';

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
  const from = useMemo(() => ({ projects: base.projects ?? [], fundPlan: base.fundPlan ?? nothing }), [base]);
  const [projects, setProjects] = useState<readonly Project[]>(from.projects);
  const [fundPlan, setFundPlan] = useState<Sections['fundPlan']>(from.fundPlan);
  const [reason, setReason] = useState('');
  const edits = useMemo(() => editsOf(from, { projects, fundPlan }), [from, projects, fundPlan]);
  const untouched = isEmpty(edits);
  const account = useMe().accountId;
  const [left, leave] = useState(() => keptWritten(account, application.id, version));
  const trial = useTrial(application.id, version, edits);
  const propose = usePropose(application.id);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const grid = useRef<GridHandle>(null);
  const reasonId = useId();
  const typed = !untouched || reason !== '';
  useStay(typed);
  useEffect(() => {
    // What an earlier visit left stays until the person has decided about it.
    if (left === undefined)
      keepWritten(account, application.id, version, typed ? { reason, projects, fundPlan } : null);
  }, [left, account, application.id, version, typed, reason, projects, fundPlan]);

  const rows = useProjectRows({
    projects,
    villages: base.zone?.villages ?? [],
    integrated: fundPlan.integrated,
    slip: undefined,
    put: setProjects,
  });
  const keys = useMemo(() => rows.columns.map((c) => c.key), [rows.columns]);
  const findings = untouched ? undefined : trial.data?.findings;
  const marks = useMemo(
    () => marksAt(findings, '/projects', rows.idAt, (path, i) => projectKeyAt(path, projects[i], keys)),
    [findings, rows.idAt, projects, keys],
  );
  const known = useMemo(() => from.projects.map((p) => p.id), [from]);
  const go = (pointer: string) =>
    goTo(pointer, (p) => {
      const [, first = '', rest = ''] = /^\/projects\/(\d+)(.*)$/.exec(p) ?? [];
      const project = projects[Number(first)];
      if (first === '' || !project) return false;
      const path = rest.split('/').filter((k) => k !== '');
      return grid.current?.focusCell(project.id, projectKeyAt(path, project, keys)) ?? false;
    });

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

  function send() {
    const body = { baseVersion: version, reason, ...edits };
    propose.mutate(
      { body, key: attempt(body) },
      {
        onSuccess: (made) => {
          keepWritten(account, application.id, version, null);
          navigate(`/applications/${application.id}/changes/${made.id}`, { replace: true });
        },
      },
    );
  }

  return (
    <>
      <PageHead
        title="提出项目变更"
        trail={[...trailTo(application), { to: `/applications/${application.id}/changes`, label: '项目变更' }]}
        aside={<span className="quiet">依据批准规划第 {version} 版</span>}
      />
      {left && (
        <Alert
          type="info"
          showIcon
          className={styles.note}
          title="本机存有您上次填写、还没有提出的变更"
          action={
            <>
              <Button
                type="primary"
                onClick={() => {
                  setReason(left.reason);
                  setProjects(left.projects);
                  setFundPlan(left.fundPlan);
                  grid.current?.forget();
                  leave(undefined);
                }}
              >
                接着填
              </Button>{' '}
              <Button onClick={() => leave(undefined)}>不要了</Button>
            </>
          }
        />
      )}
      <Panel title="一、变更理由">
        <div className={styles.ask}>
          <label htmlFor={reasonId}>为什么变更（必填）</label>
          <Input.TextArea
            id={reasonId}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            showCount
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        </div>
      </Panel>
      <Panel title="二、项目">
        <p className="quiet" style={{ marginBottom: 8 }}>
          直接改要变更的格；新增、取消项目用“插入一行”“删除所选行”。总投资和资金来源要一并改平。
        </p>
        <ProjectGrid
          ref={grid}
          name="批准规划的项目"
          columns={rows.columns}
          rows={rows.rows}
          marks={marks}
          locked={rows.locked}
          onChange={rows.onChange}
          newRow={(taken) => rows.newRow(new Set([...taken, ...known]))}
          onInsert={rows.onInsert}
          onRemove={rows.onRemove}
          empty="没有项目。"
        />
      </Panel>
      <Panel title="三、资金规划">
        <FundsSection
          value={fundPlan}
          projects={projects}
          lock={awarded}
          findings={findings}
          onChange={setFundPlan}
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
      <Panel title="五、提出">
        <RefusalNote error={propose.error} onGo={go} />
        <Alert
          type="info"
          showIcon
          title="提出后由县政府签报人签报；须市级同意的再由市乡村振兴局审核。办结前不能再提另一项变更。"
        />
        <div className={styles.acts}>
          <span className="quiet" role="status">
            {gap}
          </span>
          <Button onClick={() => navigate(`/applications/${application.id}/changes`)}>不提出，返回</Button>
          <Button type="primary" disabled={gap !== ''} loading={propose.isPending} onClick={send}>
            提出变更
          </Button>
        </div>
      </Panel>
    </>
  );
}

const nothing: Sections['fundPlan'] = {
  linkage: { LINKAGE_PROV_UP: 0, LINKAGE_CITY: 0, LINKAGE_COUNTY: 0 },
  integrated: [],
  cooperation: 0,
  social: 0,
  selfRaised: 0,
  other: 0,
};

/** Asks before the page with something typed is closed. */
function useStay(typed: boolean) {
  useEffect(() => {
    if (!typed) return;
    const stay = (e: BeforeUnloadEvent) => e.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [typed]);
}
