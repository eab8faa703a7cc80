import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import { fixedPoints } from '@/lib/points';
import { showTime } from '@/lib/time';
import { nextWords, stateTones } from './labels';
import { RecuseForm } from './RecuseForm';
import type { Task } from './tasks';

/** Tasks of one stage: whose, how it stands, my total, what to do. */
export function ReviewsTable({ caption, tasks }: { caption: string; tasks: Task[] }) {
  const [recusing, recuse] = useState<Task>();
  const columns: TableColumnsType<Task> = [
    { key: 'no', title: '申报编号', width: 120, render: (_, t) => t.application.no },
    { key: 'title', title: '推进区', render: (_, t) => t.application.title },
    {
      key: 'county',
      title: '县（市、区）',
      width: 170,
      render: (_, t) => `${t.application.city.name} ${t.application.county.name}`,
    },
    {
      key: 'state',
      title: '状态',
      width: 140,
      render: (_, t) => (
        <Tag tone={stateTones[t.state]}>{!t.open && t.state === 'OPEN' ? '阶段已结束' : t.stateLabel}</Tag>
      ),
    },
    {
      key: 'total',
      title: '我的总分',
      width: 100,
      align: 'right',
      render: (_, t) => (t.sheet && Object.keys(t.sheet.scores).length > 0 ? fixedPoints(t.total) : '—'),
    },
    { key: 'at', title: '交分时间', width: 160, render: (_, t) => showTime(t.submittedAt) },
    {
      key: 'do',
      title: '操作',
      width: 190,
      className: 'screen-only',
      fixed: 'right',
      render: (_, t) =>
        t.state === 'RECUSED' ? (
          t.recuseReason
        ) : (
          <>
            <Link to={`/reviews/${t.id}`}>{t.open ? nextWords[t.state] : '查看'}</Link>
            {t.open && (
              <Button type="link" onClick={() => recuse(t)} aria-label={`回避 ${t.application.no}`}>
                回避
              </Button>
            )}
          </>
        ),
    },
  ];
  return (
    <>
      <WideTable<Task>
        aria-label={caption}
        size="middle"
        columns={columns}
        rowKey={(t) => t.id}
        dataSource={tasks}
        pagination={false}
        scroll={{ x: 980 }}
      />
      {recusing && <RecuseForm task={recusing} onClose={() => recuse(undefined)} onDone={() => recuse(undefined)} />}
    </>
  );
}
