import { Button } from 'antd';
import { useParams } from 'react-router';
import type { Application, Shape } from '@/api/types';
import { ActionPanel } from '@/components/ActionPanel';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Facts } from '@/components/proposal/Facts';
import { Tag } from '@/components/Tag';
import { useApplication } from '../queries';
import { trailTo } from '../trail';
import { changeConsequences, changeTones } from './labels';
import { Outcome } from './Outcome';
import { useChangeStep, usePlanChange } from './queries';
import { StepTable } from './StepTable';

/** One change: why, what differs from the approved plan, what follows, and the acts of signer and city. */
export function Component() {
  const { id = '', changeId = '' } = useParams();
  const application = useApplication(id);
  const change = usePlanChange(changeId);
  const error = application.error ?? change.error;
  if (error && !(application.data && change.data)) return <PageRefusal error={error} />;
  if (!application.data || !change.data) return <Loading what="正在打开项目变更" />;
  return <Change application={application.data} change={change.data} reload={() => void change.refetch()} />;
}

interface Props {
  application: Application;
  change: Shape<'PlanChange'>;
  reload: () => void;
}

function Change({ application, change, reload }: Props) {
  const step = useChangeStep(change);
  return (
    <>
      <PageHead
        title={`第 ${change.no} 号项目变更`}
        trail={[...trailTo(application), { to: `/applications/${application.id}/changes`, label: '项目变更' }]}
        aside={<Tag tone={changeTones[change.state]}>{change.stateLabel}</Tag>}
        acts={
          <>
            <Button onClick={() => print()}>打印</Button>
            {change.actions.length > 0 && (
              <a href="#act">
                <Button type="primary">去办理</Button>
              </a>
            )}
          </>
        }
      />
      <Panel title="变更事项">
        <Facts
          of={[
            ['推进区', application.title],
            ['县（市、区）', `${application.city.name} ${application.county.name}`],
            ['变更类别', change.kinds.map((k) => k.label).join('、')],
            ['依据', `批准规划第 ${change.baseVersion} 版`],
            ['批准后', change.planVersion > 0 ? `成为第 ${change.planVersion} 版` : '尚未生效'],
            ['市级同意', change.cityNeeded ? '须市级同意' : '不须'],
            ['理由', change.reason, true],
          ]}
        />
      </Panel>
      <Outcome change={change} />
      <div id="act" />
      <ActionPanel
        actions={change.actions}
        send={step}
        onReload={reload}
        consequence={(action) => changeConsequences[action]}
      />
      <Panel title="办理记录">
        <StepTable steps={change.steps} />
      </Panel>
    </>
  );
}
