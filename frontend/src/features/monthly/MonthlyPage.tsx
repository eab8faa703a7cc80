import { Alert, Button } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showMonth, showTime } from '@/lib/time';
import { GiveBack } from './GiveBack';
import { stateOf, stateTones, stateWords } from './labels';
import { Months } from './Months';
import { useMonths, useReport } from './queries';
import { ReportForm } from './ReportForm';
import { ReportTable } from './ReportTable';

/** 月报 of an award: one month at a time, filled in by the county, read by those who follow the money. */
export function Component() {
  const { id = '' } = useParams();
  const [asked, ask] = useSearchParams();
  const months = useMonths(id);
  const month = asked.get('month') ?? months.data?.items[0]?.month;
  const report = useReport(id, month);
  const error = months.error ?? report.error;
  if (error) return <RefusalNote error={error} onRetry={() => Promise.all([months.refetch(), report.refetch()])} />;
  if (!months.data || !report.data) return <Loading />;
  const r = report.data;
  const state = stateOf(r);
  const giveBack = r.actions.find((a) => a.action === 'return');
  return (
    <div className="list">
      <PageHead
        title={`${showMonth(r.month)}份月报`}
        trail={[{ to: `/applications/${id}`, label: r.title }]}
        aside={
          <>
            <span className="quiet">
              {r.no} · {r.countyName}
            </span>
            <Tag tone={stateTones[state]}>{stateWords[state]}</Tag>
            {r.submittedAt && (
              <span className="quiet">
                {showTime(r.submittedAt)} {r.submittedName}
              </span>
            )}
          </>
        }
        acts={
          <>
            <Picker
              label="月份"
              value={r.month}
              options={months.data.items.map((m) => ({
                value: m.month,
                label: `${showMonth(m.month)} ${stateWords[stateOf(m)]}`,
              }))}
              onChange={(to) => to && ask({ month: to })}
            />
            {giveBack && <GiveBack report={r} label={giveBack.label} />}
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      />
      {r.returnReason && <Alert type="warning" showIcon title={`市乡村振兴局退回：${r.returnReason}`} />}
      {r.actions.some((a) => a.action === 'save') ? (
        <ReportForm
          key={`${r.month} ${r.returnReason}`}
          report={r}
          onReload={async () => (await report.refetch()).data}
        />
      ) : (
        <Panel>
          <ReportTable report={r} />
        </Panel>
      )}
      <p className="quiet">支出取自资金台账，以已生效的分录为准，台账更正后随之更正。</p>
      <div className="screen-only">
        <Months months={months.data.items} at={r.month} />
      </div>
    </div>
  );
}
