import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { can, useMe } from '@/api/session';
import { BatchPicker } from '@/components/BatchPicker';
import { Download } from '@/components/Download';
import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { RefusalNote } from '@/components/RefusalNote';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { queryText } from '@/lib/queryText';
import { choices } from '@/lib/words';
import { byCity } from './alerts';
import { CityTiles } from './CityTiles';
import styles from './Funds.module.css';
import { LevelTable } from './LevelTable';
import { ProgressBars } from './ProgressBars';
import { scopeOf, useSummary, useWarnings } from './queries';
import { SummaryTable } from './SummaryTable';
import { WarningTable } from './WarningTable';

const depths = [
  { value: 'city', label: '到市' },
  { value: 'county', label: '到县' },
  { value: 'zone', label: '到推进区' },
  { value: 'project', label: '到项目' },
] as const;

type Depth = (typeof depths)[number]['value'];

const isDepth = (d: string | undefined): d is Depth => depths.some((k) => k.value === d);

/** Whose money stands where: province, cities, counties, zones, projects, by layer or by level; the cities again as tiles and bars; what warns. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const asked = params.get('by');
  const by: Depth = isDepth(asked) ? asked : 'zone';
  const byLevel = params.get('view') === 'level';
  const scope = scopeOf(params);
  const summary = useSummary({ ...scope, by });
  const warnings = useWarnings({ batch: scope.batch, city: scope.city, county: scope.county });
  const rows = summary.data?.items ?? [];
  const alerts = warnings.data?.items ?? [];
  const cities = rows.filter((n) => n.depth === 'city');
  if (isForbidden(summary.error)) return <PageRefusal error={summary.error} />;
  // The parts hang on each other's heights: they come at once, or what is read would move.
  if (summary.isPending || warnings.isPending) return <Loading what="正在汇总" />;
  const standing = byCity(warnings.data);
  return (
    <>
      <PageHead
        title="资金"
        aside={<span className="quiet">单位：万元</span>}
        acts={
          <>
            {alerts.length > 0 && (
              <Button href="#warnings" className={styles.alarm ?? ''}>
                ! 预警 {alerts.length} 条
              </Button>
            )}
            <Link to={`/funds/entries${queryText(scope)}`}>
              <Button>资金台账</Button>
            </Link>
            {can(me, 'fund_period:close') && (
              <Link to="/funds/periods">
                <Button>结账</Button>
              </Link>
            )}
            <Download path={`/funds/summary.xlsx${queryText(scope)}`} label="汇总表" />
            <Download path={`/funds/progress.xlsx${queryText(scope)}`} label="支出进度表" />
          </>
        }
      />
      {cities.length > 1 && (
        <Panel title="支出进度">
          <div className={styles.overview}>
            <CityTiles cities={cities} standing={standing} onPick={(city) => params.set({ city, by: 'county' })} />
            <ProgressBars rows={cities} standing={standing} limits={warnings.data?.limits ?? []} />
          </div>
        </Panel>
      )}
      <Panel
        title="分地区汇总"
        aside={
          <Segmented<'layer' | 'level'>
            aria-label="分哪些栏"
            value={byLevel ? 'level' : 'layer'}
            options={[
              { value: 'layer', label: '按环节' },
              { value: 'level', label: '按级次' },
            ]}
            onChange={(view) => params.set({ view: view === 'level' ? view : undefined })}
          />
        }
      >
        <FilterBar>
          <BatchPicker all value={params.get('batch')} onChange={(batch) => params.set({ batch })} />
          <Picker
            label="资金来源"
            width={180}
            clear
            value={params.get('source')}
            onChange={(source) => params.set({ source })}
            options={choices('fundSource')}
          />
          <Segmented<Depth>
            aria-label="汇总到哪一层"
            value={by}
            options={[...depths]}
            onChange={(d) => params.set({ by: d })}
          />
          {(scope.city || scope.county) && (
            <Button onClick={() => params.set({ city: undefined, county: undefined, by: undefined })}>
              看全部地区
            </Button>
          )}
        </FilterBar>
        <RefusalNote error={summary.error} onRetry={() => summary.refetch()} />
        {summary.isPlaceholderData && <Loading what="正在按新的条件汇总" />}
        {summary.data && rows.length === 0 && (
          <Empty what="还没有立项，没有资金账" next="立项后自动开账，从指标下达开始登记" />
        )}
        {rows.length > 0 &&
          (byLevel ? (
            <LevelTable rows={rows} scope={scope} />
          ) : (
            <SummaryTable rows={rows} alerts={alerts} scope={scope} />
          ))}
      </Panel>
      {rows.length > 0 && (
        <Panel
          id="warnings"
          title="预警清单"
          aside={
            <>
              <span className="quiet">导出在支出进度表的“预警清单”页</span>
              {can(me, 'fund:export') && (
                <Download path={`/funds/progress.xlsx${queryText(scope)}`} label="导出预警清单" />
              )}
            </>
          }
        >
          <RefusalNote error={warnings.error} onRetry={() => warnings.refetch()} />
          {warnings.data && <WarningTable rows={alerts} />}
        </Panel>
      )}
    </>
  );
}
