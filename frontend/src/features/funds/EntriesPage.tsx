import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { Download } from '@/components/Download';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { queryText } from '@/lib/queryText';
import { EntryTable } from './EntryTable';
import { kindLabels, levelLabels, lineLabel, stateLabels } from './labels';
import { entriesAsked, useAccount, useEntries, useZones } from './queries';

const options = (labels: Record<string, string>) =>
  Object.entries(labels).flatMap(([value, label]) => (value === '' ? [] : [{ value, label }]));

/** The ledger: every entry one may see, or those a figure was made of. */
export function Component() {
  const params = useListParams();
  const asked = entriesAsked(params);
  const entries = useEntries(asked);
  const application = params.get('application');
  const zones = useZones();
  const narrowed = [
    params.get('line') && lineLabel(params.get('line') ?? ''),
    params.get('project') && `项目 ${params.get('project')}`,
  ]
    .filter(Boolean)
    .join('，');
  if (isForbidden(entries.error)) return <PageRefusal error={entries.error} />;
  return (
    <>
      <PageHead
        title="资金台账"
        trail={[
          { to: '/funds', label: '资金' },
          ...(application ? [{ to: `/funds/${application}`, label: '资金矩阵' }] : []),
        ]}
        aside={application ? <Zone id={application} /> : <span className="quiet">单位：万元</span>}
        acts={
          <Download
            path={`/funds/ledger.xlsx${queryText({ ...asked, page: undefined, pageSize: undefined })}`}
            label="台账（Excel）"
          />
        }
      />
      <Panel>
        <FilterBar>
          <Picker
            label="类型"
            clear
            width={140}
            value={oneOf(params.get('kind'))}
            onChange={(kind) => params.set({ kind })}
            options={options(kindLabels)}
          />
          <Picker
            label="状态"
            clear
            width={130}
            value={params.get('state')}
            onChange={(state) => params.set({ state })}
            options={options(stateLabels)}
          />
          <Picker
            label="级次"
            clear
            width={130}
            value={params.get('level')}
            onChange={(level) => params.set({ level })}
            options={options(levelLabels)}
          />
          <DatePicker.RangePicker
            aria-label="业务日期"
            placeholder={['业务日期起', '业务日期止']}
            allowEmpty={[true, true]}
            value={[day(params.get('from')), day(params.get('to'))]}
            onChange={(days) =>
              params.set({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
            }
          />
          <Input.Search
            aria-label="在文号、收款单位中查找"
            placeholder="文号、收款单位"
            allowClear
            defaultValue={params.q}
            onSearch={(q) => params.set({ q })}
            style={{ width: 220 }}
          />
          {narrowed && (
            <Button
              onClick={() => params.set({ line: undefined, project: undefined, kind: undefined, level: undefined })}
            >
              只看 {narrowed}，点此看全部
            </Button>
          )}
        </FilterBar>
        <EntryTable
          list={entries.data}
          params={params}
          loading={entries.isPending}
          error={entries.error}
          onRetry={() => entries.refetch()}
          zones={application ? undefined : zones}
          empty={
            <Empty
              what="没有符合条件的分录"
              next={application ? <Link to={`/funds/${application}/new`}>登记一笔</Link> : '从资金矩阵进去登记'}
            />
          }
        />
      </Panel>
    </>
  );
}

function Zone({ id }: { id: string }) {
  const account = useAccount(id);
  return <span className="quiet">{account.data ? `${account.data.title}　单位：万元` : '单位：万元'}</span>;
}

/** The picker shows one kind; a figure's several are said by its button. */
function oneOf(kinds: string | undefined): string | undefined {
  return kinds?.includes(',') ? undefined : kinds;
}

function day(text: string | undefined) {
  return text ? dayjs(text) : null;
}
