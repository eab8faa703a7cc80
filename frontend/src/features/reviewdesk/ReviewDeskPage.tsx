import { Tabs } from 'antd';
import { Link } from 'react-router';
import { useBatches } from '@/api/batches';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { RefusalNote } from '@/components/RefusalNote';
import { useListParams } from '@/lib/listParams';
import { Defences } from './Defences';
import styles from './Desk.module.css';
import { Draws } from './Draws';
import { Experts } from './Experts';
import { Matrix } from './Matrix';
import { Panels } from './Panels';
import { Tasks } from './Tasks';

/** Where the province's review is organised: progress and stages, experts, draws, conflicts, defences, single tasks. */
export function Component() {
  const params = useListParams();
  const batches = useBatches();
  if (batches.error) return <RefusalNote error={batches.error} onRetry={() => batches.refetch()} />;
  if (!batches.data) return <Loading />;
  const all = batches.data.items;
  const batch = all.find((b) => b.id === params.get('batch')) ?? all.find((b) => b.state === 'REVIEWING') ?? all[0];
  const title = '评审组织';
  if (!batch)
    return (
      <>
        <PageHead title={title} />
        <Panel>
          <Empty what="还没有批次" />
        </Panel>
      </>
    );
  const id = batch.id;
  const tabs = [
    { key: 'panels', label: '进度与阶段', children: <Panels batchId={id} /> },
    { key: 'experts', label: '专家库', children: <Experts batchId={id} /> },
    { key: 'draws', label: '专家抽取', children: <Draws batch={batch} /> },
    { key: 'conflicts', label: '回避与分派', children: <Matrix batchId={id} params={params} /> },
    { key: 'defences', label: '答辩安排', children: <Defences batchId={id} /> },
    { key: 'tasks', label: '退回重评与更换', children: <Tasks batchId={id} params={params} /> },
  ];
  const tab = params.get('tab') ?? 'panels';
  return (
    <div className={`${styles.desk} wide`}>
      <PageHead title={title} acts={<Link to={`/site-checks?batch=${id}`}>现场核查</Link>} />
      <p className="print-only">
        {batch.title}　{tabs.find((t) => t.key === tab)?.label}
      </p>
      <FilterBar>
        <Picker
          label="批次"
          width={420}
          value={id}
          options={all.map((b) => ({ value: b.id, label: b.title }))}
          onChange={(to) => params.set({ batch: to })}
        />
        <span className="quiet">{batch.stateLabel}</span>
      </FilterBar>
      <Panel>
        <Tabs
          key={id}
          activeKey={tab}
          onChange={(to) => params.set({ tab: to === 'panels' ? undefined : to, stage: undefined, state: undefined })}
          destroyOnHidden
          items={tabs}
        />
      </Panel>
    </div>
  );
}
