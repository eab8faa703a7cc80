import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useRegions } from '@/api/regions';
import { useMe } from '@/api/session';
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
import { placesOf } from './order';
import { QuotaNote } from './QuotaNote';
import { useConsultations, useShortlist } from './queries';
import { RankList } from './RankList';
import styles from './Shortlist.module.css';
import { ShortlistTable } from './ShortlistTable';

// A comparison of more than four does not fit a screen, of one is none.
const most = 4;

/** One city's applications of a batch: ranks, quota, signatures, and the way to lay some side by side. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const regions = useRegions();
  const navigate = useNavigate();
  const [picked, pick] = useState<string[]>([]);

  const all = regions.data?.items.filter((r) => r.level === 'CITY') ?? [];
  const own = all.filter((c) => me.grants.some((g) => g.region === c.code));
  const cities = own.length > 0 ? own : all;
  const batch = params.get('batch') ?? me.batch?.id ?? '';
  const city = params.get('city') ?? cities[0]?.code ?? '';
  const list = useShortlist(batch, city);
  const signed = useConsultations(list.data?.applications.map((a) => a.id) ?? []);
  const signatures = signed.map((s) => s.data?.signatures ?? []);
  // The order chosen before recommending stands in the address: it is nobody's word until the bureau signs the rank.
  const places = placesOf(list.data?.applications ?? [], signatures, params.get('order')?.split(',') ?? []);

  if (isForbidden(list.error)) return <PageRefusal error={list.error} />;
  if (regions.isPending) return <Loading />;
  return (
    <>
      <PageHead
        title="遴选推荐"
        acts={
          <>
            <Download path={`/batches/${batch}/summary.xlsx?city=${city}`} label="汇总表" />
            <Download path={`/batches/${batch}/recommendation.pdf?city=${city}`} label="推荐函（PDF）" />
            <Download path={`/batches/${batch}/recommendation.docx?city=${city}`} label="推荐函（Word）" />
          </>
        }
      />
      <Panel>
        <FilterBar>
          <BatchPicker value={batch} onChange={(id) => params.set({ batch: id, order: undefined })} />
          {cities.length > 1 && (
            <Picker
              label="市"
              value={city}
              onChange={(code) => params.set({ city: code, order: undefined })}
              options={cities.map((c) => ({ value: c.code, label: c.name }))}
            />
          )}
        </FilterBar>
        <RefusalNote error={regions.error ?? list.error} onRetry={() => list.refetch()} />
        {list.data && <QuotaNote list={list.data} />}
        {list.data?.applications.length === 0 && (
          <Empty what="本市在这个批次还没有上报的申报" next="县里提交以后会列在这里，请先受理" />
        )}
        {list.data && list.data.applications.length > 0 && (
          <>
            <ShortlistTable list={list.data} signatures={signatures} picked={picked} onPick={pick} />
            <div className={`${styles.foot} screen-only`}>
              {picked.length > most && (
                <Alert type="warning" showIcon title={`一次最多并列 ${most} 件，请少选 ${picked.length - most} 件。`} />
              )}
              <Button
                type="primary"
                disabled={picked.length < 2 || picked.length > most}
                onClick={() => navigate(`/shortlist/compare?${new URLSearchParams(picked.map((id) => ['id', id]))}`)}
              >
                并列比较所选的 {picked.length} 件
              </Button>
              <span className="quiet">选 2 至 {most} 件可并列比较；点推进区名称进去受理、退回、推荐、报省。</span>
            </div>
          </>
        )}
      </Panel>
      {list.data && places.length > 0 && (
        <Panel
          title="推荐名单"
          aside={list.data.quota > 0 && `市择优名额：已选 ${list.data.used.length} / ${list.data.quota}`}
        >
          <RankList
            places={places}
            mayOrder={me.grants.some((g) => g.role === 'city_reviewer' && g.region === city)}
            onOrder={(ids) => params.set({ order: ids.join(',') })}
          />
          <p className="quiet">排序在推荐时连同办理意见签署，签署以前只在本页调整；已签署的须撤销推荐后才能改。</p>
        </Panel>
      )}
    </>
  );
}
