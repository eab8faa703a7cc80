import { Tabs } from 'antd';
import { can, useMe } from '@/api/session';
import { Empty } from '@/components/Empty';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { useListParams } from '@/lib/listParams';
import { DoneTable } from './DoneTable';
import { EndedTable } from './EndedTable';
import { useEnded, useTodos } from './queries';
import { TodoTable } from './TodoTable';

/** The desk: what waits, what was done, what is over; of these what the posts have. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const acts = can(me, 'todo:read');
  const reads = can(me, 'application:read');
  const tab = params.get('tab') ?? (acts ? 'todo' : 'ended');
  const waiting = useTodos(false, 1, 200, acts);
  const done = useTodos(true, tab === 'done' ? params.page : 1, params.pageSize, acts);
  const ended = useEnded(tab === 'ended' ? params.page : 1, params.pageSize, reads);
  const desk = [
    { key: 'todo', label: named('待办', waiting.data?.total), children: <TodoTable todos={waiting} params={params} /> },
    { key: 'done', label: named('已办', done.data?.total), children: <DoneTable done={done} params={params} /> },
  ];
  const over = {
    key: 'ended',
    label: named('办结', ended.data?.total),
    children: <EndedTable ended={ended} params={params} />,
  };
  const tabs = [...(acts ? desk : []), ...(reads ? [over] : [])];
  return (
    <>
      <PageHead
        title="首页"
        aside={<span className="quiet">{me.grants.map((g) => `${g.regionName} ${g.roleLabel}`).join('；')}</span>}
      />
      <Panel>
        {tabs.length === 0 ? (
          <Empty what="这个岗位没有待办事项" next="请从左边的菜单进入" />
        ) : (
          <Tabs activeKey={tab} items={tabs} onChange={(key) => params.set({ tab: key })} />
        )}
      </Panel>
    </>
  );
}

function named(label: string, total: number | undefined) {
  return total === undefined ? label : `${label}（${total}）`;
}
