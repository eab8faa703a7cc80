import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { ListTable } from '@/components/ListTable';
import { Picker } from '@/components/Picker';
import { Tag } from '@/components/Tag';
import type { ListParams } from '@/lib/listParams';
import { showTime } from '@/lib/time';
import styles from './Desk.module.css';
import { memberTones, stages } from './labels';
import { useTasks } from './queries';
import { type TaskAct, TaskReason } from './TaskReason';

type Task = Shape<'ReviewTask'>;
type State = Task['state'];

const states: { value: State; label: string }[] = [
  { value: 'ASSIGNED', label: '待声明' },
  { value: 'OPEN', label: '评分中' },
  { value: 'SUBMITTED', label: '已交分' },
  { value: 'RECUSED', label: '已回避' },
];

/** Single tasks: a sheet given back to be judged again, an expert replaced, who was recused and why. */
export function Tasks({ batchId, params }: { batchId: string; params: ListParams }) {
  const me = useMe();
  const [acting, act] = useState<{ task: Task; action: TaskAct }>();
  const stage = stages.find((s) => s.value === params.get('stage'))?.value;
  const state = states.find((s) => s.value === params.get('state'))?.value;
  const tasks = useTasks(batchId, { page: params.page, pageSize: params.pageSize, stage, state });
  const acts = can(me, 'review:reopen') || can(me, 'review:recuse');
  const columns: TableColumnsType<Task> = [
    { key: 'no', title: '申报编号', width: 110, render: (_, t) => t.application.no },
    { key: 'title', title: '推进区', render: (_, t) => t.application.title },
    { key: 'stage', title: '阶段', width: 90, render: (_, t) => t.stageLabel },
    { key: 'expert', title: '专家', width: 70, render: (_, t) => t.expertCode },
    {
      key: 'state',
      title: '状态',
      width: 130,
      render: (_, t) => <Tag tone={memberTones[t.state]}>{t.stateLabel}</Tag>,
    },
    { key: 'at', title: '交分或回避时间', width: 160, render: (_, t) => showTime(t.recusedAt ?? t.submittedAt) },
    { key: 'why', title: '回避理由', width: 160, render: (_, t) => t.recuseReason || '—' },
    {
      key: 'do',
      title: '操作',
      width: 170,
      className: 'screen-only',
      render: (_, t) =>
        t.open &&
        t.state !== 'RECUSED' && (
          <>
            {t.state === 'SUBMITTED' && can(me, 'review:reopen') && (
              <Button type="link" onClick={() => act({ task: t, action: 'reopen' })}>
                退回重评
              </Button>
            )}
            {can(me, 'review:recuse') && (
              <Button type="link" onClick={() => act({ task: t, action: 'recuse' })}>
                更换
              </Button>
            )}
          </>
        ),
    },
  ];
  return (
    <>
      <div className={`${styles.bar} screen-only`}>
        <Picker
          label="阶段"
          clear
          value={stage}
          options={stages}
          width={140}
          onChange={(to) => params.set({ stage: to })}
        />
        <Picker
          label="状态"
          clear
          value={state}
          options={states}
          width={140}
          onChange={(to) => params.set({ state: to })}
        />
      </div>
      <ListTable<Task>
        caption="评审任务"
        columns={acts ? columns : columns.filter((c) => c.key !== 'do')}
        rowKey={(t) => t.id}
        list={tasks.data}
        params={params}
        loading={tasks.isPending}
        error={tasks.error}
        onRetry={() => tasks.refetch()}
        width={1060}
        empty={<Empty what="没有符合的评审任务" next="发布抽取结果后列在这里；选了阶段或状态的，可以放宽再看" />}
      />
      {acting && <TaskReason batchId={batchId} {...acting} onClose={() => act(undefined)} />}
    </>
  );
}
