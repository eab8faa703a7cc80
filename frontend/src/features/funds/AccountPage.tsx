import { Button, Descriptions, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { CommitmentTable } from '@/components/CommitmentTable';
import { Download } from '@/components/Download';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { showWan } from '@/lib/money';
import { showDeadline, showTime } from '@/lib/time';
import { Balance } from './Balance';
import { LevelView } from './LevelView';
import { LineTable } from './LineTable';
import { ProjectTable } from './ProjectTable';
import { PromiseTable } from './PromiseTable';
import { useAccount } from './queries';
import { Warnings } from './Warnings';

/** One award's money: the matrix from plan to spending, what was promised and what came, what falls behind. */
export function Component() {
  const { applicationId = '' } = useParams();
  const account = useAccount(applicationId);
  if (account.error) return <PageRefusal error={account.error} onRetry={() => account.refetch()} />;
  if (!account.data) return <Loading what="正在取资金矩阵" />;
  return <Account of={account.data} />;
}

function Account({ of }: { of: Shape<'FundAccount'> }) {
  const me = useMe();
  const [view, setView] = useState<'line' | 'project' | 'level'>('line');
  const id = of.applicationId;
  const enters = of.lines.some((l) => l.kinds.length > 0);
  const books = can(me, 'fund:export');
  return (
    <>
      <PageHead
        title={of.title}
        trail={[{ to: '/funds', label: '资金' }]}
        aside={
          of.amber ? <Tag tone="near">黄灯，自 {showTime(of.amber)}</Tag> : <span className="quiet">单位：万元</span>
        }
        acts={
          <>
            <Link to={`/funds/entries?application=${id}`}>
              <Button>台账</Button>
            </Link>
            {books && <Download path={`/funds/matrix.xlsx?application=${id}`} label="矩阵（Excel）" />}
            {books && <Download path={`/funds/matrix.pdf?application=${id}`} label="矩阵（PDF）" />}
            {enters && (
              <Link to={`/funds/${id}/new`}>
                <Button type="primary">登记一笔</Button>
              </Link>
            )}
          </>
        }
      />
      <Panel>
        <Descriptions column={3}>
          <Descriptions.Item label="县（市、区）">
            {of.city} {of.county}
          </Descriptions.Item>
          <Descriptions.Item label="申报编号">{of.no}</Descriptions.Item>
          <Descriptions.Item label="批复文号">{of.docNo}</Descriptions.Item>
          <Descriptions.Item label="奖补额">{showWan(of.award)} 万元</Descriptions.Item>
          <Descriptions.Item label="承诺到位时限">{showDeadline(of.arrivalDue)}</Descriptions.Item>
          <Descriptions.Item label="已结账到">{of.closedThrough || '没有结账'}</Descriptions.Item>
          <Descriptions.Item label="支出率">
            {of.progress.rate || '没有下达'}，序时 {of.progress.months}/{of.progress.of} 个月
          </Descriptions.Item>
          <Descriptions.Item label="批准的规划">
            <Link to={`/applications/${id}/changes`}>第 {of.plan} 版</Link>
          </Descriptions.Item>
        </Descriptions>
        <Warnings of={of} />
      </Panel>
      <Panel
        title="资金矩阵"
        aside={
          <Segmented<'line' | 'project' | 'level'>
            aria-label="按什么列"
            value={view}
            onChange={setView}
            options={[
              { value: 'line', label: '按来源' },
              { value: 'project', label: '按项目' },
              { value: 'level', label: '按项目和级次' },
            ]}
          />
        }
      >
        <Balance of={of} />
        {view === 'line' && <LineTable of={of} />}
        {view === 'project' && <ProjectTable of={of} />}
        {view === 'level' && <LevelView application={id} />}
      </Panel>
      <Panel title="承诺和到位">
        <CommitmentTable lines={of.lines.filter((l) => l.commitment)} />
      </Panel>
      <Panel title="按承诺、到位、支出再判">
        <PromiseTable promises={of.promises} />
      </Panel>
    </>
  );
}
