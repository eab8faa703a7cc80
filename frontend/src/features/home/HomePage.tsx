import { Tabs } from 'antd';
import { can, useMe } from '@/api/session';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { useListParams } from '@/lib/listParams';
import { DoneTable } from './DoneTable';
import { EndedTable } from './EndedTable';
import { useEnded, useTodos } from './queries';
import { TodoTable } from './TodoTable';

/** The desk: what waits, what was done, what is over. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const tab = params.get('tab') ?? 'todo';
  const waiting = useTodos(false, 1, 200);
  const done = useTodos(true, tab === 'done' ? params.page : 1, params.pageSize);
  const reads = can(me, 'application:read');
  const ended = useEnded(tab === 'ended' ? params.page : 1, params.pageSize, reads);
  const tabs = [
    { key: 'todo', label: named('待办', waiting.data?.total), children: <TodoTable todos={waiting} params={params} /> },
    { key: 'done', label: named('已办', done.data?.total), children: <DoneTable done={done} params={params} /> },
  ];
  if (reads)
    tabs.push({
      key: 'ended',
      label: named('办结', ended.data?.total),
      children: <EndedTable ended={ended} params={params} />,
    });
  return (
    <>
      <PageHead
        title="首页"
        aside={<span className="quiet">{me.grants.map((g) => `${g.regionName} ${g.roleLabel}`).join('；')}</span>}
      />
      <Panel>
        <Tabs activeKey={tab} items={tabs} onChange={(key) => params.set({ tab: key === 'todo' ? undefined : key })} />
      </Panel>
    </>
  );
}

function named(label: string, total: number | undefined) {
  return total === undefined ? label : `${label}（${total}）`;
}
