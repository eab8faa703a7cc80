import { Alert, Button, DatePicker, Table } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { BatchPicker } from '@/components/BatchPicker';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { showDate, showTime } from '@/lib/time';
import styles from './Funds.module.css';
import { useClosePeriod, usePeriods } from './queries';

/** The closed months of a batch, and closing the next. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const batch = params.get('batch') ?? me.batch?.id ?? '';
  const periods = usePeriods(batch);
  if (isForbidden(periods.error)) return <PageRefusal error={periods.error} />;
  return (
    <>
      <PageHead title="结账" trail={[{ to: '/funds', label: '资金' }]} />
      <Panel>
        <FilterBar>
          <BatchPicker value={batch} onChange={(id) => params.set({ batch: id })} />
        </FilterBar>
        {can(me, 'fund_period:close') && batch !== '' && <Close key={batch} batch={batch} />}
        <RefusalNote error={periods.error} onRetry={() => periods.refetch()} />
        <Table<Shape<'FundPeriod'>>
          aria-label="已结的账期"
          size="middle"
          rowKey="through"
          loading={periods.isPending && batch !== ''}
          dataSource={periods.data?.items}
          pagination={false}
          columns={[
            { key: 'through', title: '结账到', render: (_, p) => showDate(p.through) },
            { key: 'name', title: '结账岗位', dataIndex: 'name' },
            { key: 'at', title: '结账时间', render: (_, p) => showTime(p.closedAt) },
          ]}
          locale={{
            emptyText: (
              <Empty
                what="还没有结过账"
                next={can(me, 'fund_period:close') ? '选定月份后点“结账”' : '省财政厅结账后列在这里'}
              />
            ),
          }}
        />
      </Panel>
    </>
  );
}

function Close({ batch }: { batch: string }) {
  const close = useClosePeriod();
  const [month, setMonth] = useState<Dayjs | null>(null);
  const id = useId();
  const through = month?.endOf('month').format('YYYY-MM-DD');
  return (
    <div style={{ marginBottom: 24 }}>
      <RefusalNote error={close.error} />
      <div className={styles.acts}>
        <div className={styles.pick}>
          <label htmlFor={id}>结账到哪个月</label>
          <DatePicker id={id} picker="month" value={month} onChange={setMonth} />
        </div>
        <Button
          type="primary"
          disabled={!through}
          loading={close.isPending}
          onClick={() => through && close.mutate({ batch, through })}
        >
          {through ? `结账到 ${showDate(through)}` : '结账'}
        </Button>
      </div>
      <Alert
        type="info"
        showIcon
        style={{ marginTop: 8 }}
        title="结账后，这个月及以前不能再登记，更正只能用以后日期的冲正；还有待复核的分录时不能结账。结账不能撤回。"
      />
    </div>
  );
}
