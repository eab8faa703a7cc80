import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { later } from '@/components/later';
import { RefusalNote } from '@/components/RefusalNote';
import { StateTag } from '@/components/StateTag';
import { WideTable } from '@/components/WideTable';
import { showTime } from '@/lib/time';
import { OrderDraw } from './OrderDraw';
import { useDefences } from './queries';

// Its calendar weighs more than the rest of the desk.
const DefenceForm = later(() => import('./DefenceForm').then((m) => m.DefenceForm));

type Row = Shape<'Defence'>;

/** The order of the 视频答辩, when each is heard and who came. */
export function Defences({ batchId }: { batchId: string }) {
  const me = useMe();
  const defences = useDefences(batchId);
  const [editing, edit] = useState<string>();
  const keeps = can(me, 'defence:update');
  const items = [...(defences.data?.items ?? [])].sort((a, b) => (a.order || 999) - (b.order || 999));
  const chosen = items.find((d) => d.applicationId === editing);
  const columns: TableColumnsType<Row> = [
    { key: 'order', title: '次序', width: 80, render: (_, d) => (d.order > 0 ? d.order : '待抽签') },
    {
      key: 'title',
      title: '推进区',
      render: (_, d) => (
        <>
          {d.no}　{d.countyName}
          <br />
          {d.title}
        </>
      ),
    },
    { key: 'state', title: '状态', width: 120, render: (_, d) => <StateTag state={d.state} label={d.stateLabel} /> },
    { key: 'at', title: '答辩时间', width: 160, render: (_, d) => showTime(d.meetingAt) },
    {
      key: 'came',
      title: '到会',
      width: 200,
      render: (_, d) =>
        d.heldAt
          ? d.attendance
              .filter((a) => a.present)
              .map((a) => `${a.unit}${a.post}`)
              .join('、')
          : '未登记',
    },
    { key: 'seed', title: '种子', width: 110, render: (_, d) => d.seed || '—' },
    ...(keeps
      ? [
          {
            key: 'do',
            title: '操作',
            width: 110,
            className: 'screen-only',
            render: (_: unknown, d: Row) =>
              d.state === 'DEFENCE' &&
              d.version > 0 && (
                <Button type="link" onClick={() => edit(d.applicationId)} aria-label={`安排、登记 ${d.no}`}>
                  安排、登记
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <RefusalNote error={defences.error} onRetry={() => defences.refetch()} />
      {keeps && <OrderDraw batchId={batchId} />}
      {chosen && (
        <DefenceForm
          key={`${chosen.applicationId}-${chosen.version}`}
          batchId={batchId}
          defence={chosen}
          onClose={() => edit(undefined)}
        />
      )}
      <WideTable<Row>
        aria-label="答辩安排"
        size="middle"
        columns={columns}
        rowKey={(d) => d.applicationId}
        dataSource={items}
        loading={defences.isPending}
        pagination={false}
        scroll={{ x: 1060 }}
        locale={{
          emptyText: defences.data ? <Empty what="还没有进入视频答辩的申报" next="结束书面评审后列在这里" /> : ' ',
        }}
      />
    </>
  );
}
