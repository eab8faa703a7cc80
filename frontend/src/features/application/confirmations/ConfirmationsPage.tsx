import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Application, Shape } from '@/api/types';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { StateTag } from '@/components/StateTag';
import { PledgeTable } from '../pledges/PledgeTable';
import { Tallies } from '../pledges/Tallies';
import { useApplication, useConfirmations } from '../queries';
import { trailTo } from '../trail';
import { Arrival } from './Arrival';
import { GiveWord } from './GiveWord';
import { UnitTable } from './UnitTable';
import { byUnit } from './units';

/** 资金和项目的确认: a bureau gives its word for its own; county and city see who has not. */
export function Component() {
  const { id = '' } = useParams();
  const application = useApplication(id);
  const pledges = useConfirmations(id);
  const error = application.error ?? pledges.error;
  if (error && !(application.data && pledges.data)) return <PageRefusal error={error} />;
  if (!application.data || !pledges.data) return <Loading what="正在读取确认情况" />;
  return <Confirmations application={application.data} pledges={pledges.data} />;
}

type Shown = 'open' | 'all';

function Confirmations({ application, pledges }: { application: Application; pledges: Shape<'Pledges'> }) {
  const me = useMe();
  const [shown, show] = useState<Shown>('open');
  const mine = pledges.items.filter((p) => p.mine);
  const open = pledges.items.filter((p) => p.state === 'UNCONFIRMED' || p.state === 'LAPSED');
  return (
    <>
      <PageHead
        title="资金和项目的确认"
        trail={trailTo(application)}
        aside={
          <>
            <StateTag state={application.state} label={application.stateLabel} />
            <span className="quiet">{pledges.live ? '按正在填报的内容' : `按现行第 ${application.snapshotNo} 版`}</span>
          </>
        }
        acts={<Button onClick={() => print()}>打印</Button>}
      />
      {can(me, 'confirmation:confirm') && mine.length === 0 && (
        <Panel title="本单位的确认">
          <p>
            现在没有由本单位确认的资金和项目：
            {pledges.live
              ? '资金规划和项目清单中没有以本单位为责任部门的条目。'
              : `申报现为“${application.stateLabel}”，不在确认的时段。`}
          </p>
        </Panel>
      )}
      {mine.length > 0 && (
        <Panel title="本单位的确认">
          <GiveWord application={application} mine={mine} />
        </Panel>
      )}
      {application.state === 'AWARDED' && can(me, 'fund:read') && <Arrival application={application} />}
      <Panel title="各单位的确认情况">
        <Tallies pledges={pledges} />
        <UnitTable units={byUnit(pledges.items)} />
      </Panel>
      <Panel
        title="逐条情况"
        aside={
          <Segmented<Shown>
            aria-label="看哪些"
            value={shown}
            onChange={show}
            options={[
              { value: 'open', label: `未确认和已失效（${open.length}）` },
              { value: 'all', label: `全部（${pledges.total}）` },
            ]}
          />
        }
      >
        <PledgeTable items={shown === 'open' ? open : pledges.items} empty="须确认的资金和项目都已确认" />
      </Panel>
    </>
  );
}
