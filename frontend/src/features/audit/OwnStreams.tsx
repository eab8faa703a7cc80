import { Input, Space } from 'antd';
import { Link } from 'react-router';
import type { ApplicationRow } from '@/api/types';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { ListTable } from '@/components/ListTable';
import { Panel } from '@/components/Panel';
import { StateTag } from '@/components/StateTag';
import { useListParams } from '@/lib/listParams';
import { useApplications } from './queries';
import { pathOf } from './stream';

/** A city's auditor reads the streams of his city's applications, found by the application. */
export function OwnStreams() {
  const params = useListParams();
  const list = useApplications(params.q, params.page, params.pageSize);
  return (
    <Panel title="本市申报的流水">
      <FilterBar>
        <Input.Search
          aria-label="查找申报"
          placeholder="编号、推进区、县"
          allowClear
          defaultValue={params.q}
          onSearch={(q) => params.set({ q })}
          style={{ width: 260 }}
        />
      </FilterBar>
      <ListTable<ApplicationRow>
        caption="本市申报的流水"
        columns={[
          { key: 'no', title: '申报编号', width: 140, render: (_, a) => a.no },
          { key: 'title', title: '推进区', render: (_, a) => a.title },
          { key: 'county', title: '县（市、区）', width: 140, render: (_, a) => a.county.name },
          {
            key: 'state',
            title: '状态',
            width: 140,
            render: (_, a) => <StateTag state={a.state} label={a.stateLabel} />,
          },
          {
            key: 'streams',
            title: '流水',
            width: 180,
            render: (_, a) => (
              <Space size="middle">
                <Link to={pathOf(`application/${a.id}`)} aria-label={`${a.title}的申报流水`}>
                  申报
                </Link>
                {a.state === 'AWARDED' && (
                  <Link to={pathOf(`fund/${a.id}`)} aria-label={`${a.title}的资金流水`}>
                    资金
                  </Link>
                )}
              </Space>
            ),
          },
        ]}
        rowKey={(a) => a.id}
        list={list.data}
        params={params}
        loading={list.isPending}
        error={list.error}
        onRetry={() => list.refetch()}
        empty={<Empty what="本市还没有可以查看的申报" next="上报以后列在这里" />}
      />
    </Panel>
  );
}
