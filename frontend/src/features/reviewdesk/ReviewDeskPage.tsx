import { Tabs } from 'antd';
import { Link } from 'react-router';
import type { Batch } from '@/api/types';
import { BatchPicker } from '@/components/BatchPicker';
import { FilterBar } from '@/components/FilterBar';
import { OfBatch } from '@/components/OfBatch';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { Defences } from './Defences';
import styles from './Desk.module.css';
import { Draws } from './Draws';
import { Experts } from './Experts';
import { Matrix } from './Matrix';
import { Panels } from './Panels';
import { usePanels } from './queries';
import { Tasks } from './Tasks';

const title = '评审组织';

/** Where the province's review is organised: progress and stages, experts, draws, conflicts, defences, single tasks. */
export function Component() {
  return <OfBatch title={title}>{(batch) => <Desk batch={batch} />}</OfBatch>;
}

function Desk({ batch }: { batch: Batch }) {
  const params = useListParams();
  const id = batch.id;
  const panels = usePanels(id);
  const tabs = [
    { key: 'panels', label: '进度与阶段', children: <Panels batchId={id} /> },
    { key: 'experts', label: '专家库', children: <Experts batchId={id} /> },
    { key: 'draws', label: '专家抽取', children: <Draws batch={batch} /> },
    { key: 'conflicts', label: '回避与分派', children: <Matrix batchId={id} params={params} /> },
    { key: 'defences', label: '答辩安排', children: <Defences batchId={id} /> },
    { key: 'tasks', label: '退回重评与更换', children: <Tasks batchId={id} params={params} /> },
  ];
  const tab = params.get('tab') ?? 'panels';
  if (isForbidden(panels.error)) return <PageRefusal error={panels.error} />;
  return (
    <div className={`${styles.desk} wide`}>
      <PageHead title={title} acts={<Link to={`/site-checks?batch=${id}`}>现场核查</Link>} />
      <p className="print-only">
        {batch.title}　{tabs.find((t) => t.key === tab)?.label}
      </p>
      <FilterBar>
        <BatchPicker value={batch.id} onChange={(to) => params.set({ batch: to })} />
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
