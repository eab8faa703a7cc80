import type { TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { ApplicationActs } from '@/components/ApplicationActs';
import { Empty } from '@/components/Empty';
import { RefusalNote } from '@/components/RefusalNote';
import { StateTag } from '@/components/StateTag';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import styles from './Desk.module.css';
import { memberTones } from './labels';
import { useDeskAnew, usePanels } from './queries';

type Row = Shape<'Panel'>;

/** Every application in review: its experts by number, who has handed in, and the stage's closing. No score is shown. */
export function Panels({ batchId }: { batchId: string }) {
  const panels = usePanels(batchId);
  const anew = useDeskAnew();
  const columns: TableColumnsType<Row> = [
    { key: 'no', title: '申报编号', width: 120, render: (_, p) => p.application.no },
    { key: 'title', title: '推进区', width: 220, render: (_, p) => p.application.title },
    {
      key: 'county',
      title: '县（市、区）',
      width: 150,
      render: (_, p) => `${p.application.city.name} ${p.application.county.name}`,
    },
    {
      key: 'state',
      title: '状态',
      width: 130,
      render: (_, p) => <StateTag state={p.application.state} label={p.application.stateLabel} />,
    },
    {
      key: 'stages',
      title: '专家与交分',
      render: (_, p) => p.stages.map((s) => <StageLine key={s.stage} stage={s} />),
    },
  ];
  return (
    <>
      <RefusalNote error={panels.error} onRetry={() => panels.refetch()} />
      <p className={`${styles.bar} quiet screen-only`}>
        专家库中可抽取 {panels.data?.pool ?? '—'} 人。展开一行可结束阶段、锁定成绩。
      </p>
      <WideTable<Row>
        aria-label="评审进度"
        size="middle"
        columns={columns}
        rowKey={(p) => p.application.id}
        dataSource={panels.data?.items ?? []}
        loading={panels.isPending}
        pagination={false}
        scroll={{ x: 1060 }}
        expandable={{ expandedRowRender: (p) => <ApplicationActs applicationId={p.application.id} onDone={anew} /> }}
        locale={{
          emptyText: panels.data ? <Empty what="还没有进入评审的申报" next="省级形式审查通过以后列在这里" /> : ' ',
        }}
      />
    </>
  );
}

function StageLine({ stage: s }: { stage: Shape<'PanelStage'> }) {
  return (
    <div className={styles.stage}>
      <span>
        {s.stageLabel} 已交 {s.submitted} / {s.effective}
        {!s.open && '（已结束）'}：
      </span>
      {s.experts.map((e) => (
        <Tag key={e.reviewId} tone={memberTones[e.state]}>
          {e.code} {e.stateLabel}
        </Tag>
      ))}
    </div>
  );
}
