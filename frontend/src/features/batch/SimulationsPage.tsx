import { Table, type TableColumnsType } from 'antd';
import { Link, useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { showTime } from '@/lib/time';
import { NewSimulation } from './NewSimulation';
import { useBatch, usePack, useSimulations } from './queries';

type Row = Shape<'SimulationRow'>;

/** What-if: the batch's frozen applications judged by other parameters. Kept apart, marked, never a verdict. */
export function Component() {
  const me = useMe();
  const { id = '' } = useParams();
  const batch = useBatch(id);
  const pack = usePack(id);
  const all = useSimulations(id);
  const error = batch.error ?? pack.error ?? all.error;
  if (error) return <PageRefusal error={error} />;
  if (!batch.data || !pack.data) return <Loading />;
  const columns: TableColumnsType<Row> = [
    { key: 'title', title: '推演', render: (_, s) => <Link to={`/batches/${id}/simulations/${s.id}`}>{s.title}</Link> },
    { key: 'name', title: '推演岗位', dataIndex: 'name' },
    { key: 'at', title: '时间', render: (_, s) => showTime(s.createdAt) },
  ];
  return (
    <>
      <PageHead
        title="政策推演"
        trail={[
          { to: '/batches', label: '批次' },
          { to: `/batches/${id}`, label: batch.data.title },
        ]}
        aside={<span className="quiet">推演另存，不是审查结论，不影响办理</span>}
      />
      {can(me, 'simulation:create') && <NewSimulation batchId={id} pack={pack.data} />}
      <Panel title="做过的推演">
        <Table<Row>
          aria-label="政策推演"
          size="middle"
          rowKey="id"
          columns={columns}
          dataSource={all.data?.items}
          loading={all.isPending}
          pagination={false}
          locale={{
            emptyText: (
              <Empty
                what="还没有做过推演"
                next={
                  can(me, 'simulation:create') ? '在上面改动参数、填写名称后点“推演”' : '省乡村振兴局推演后列在这里'
                }
              />
            ),
          }}
        />
      </Panel>
    </>
  );
}
