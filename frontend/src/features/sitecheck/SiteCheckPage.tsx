import { useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Tag } from '@/components/Tag';
import { CheckForm } from './CheckForm';
import { CheckRead } from './CheckRead';
import { useChecked, useSiteCheck } from './queries';

/** One 核查单: filled in by its inspectors, read by the organisers once handed in. */
export function Component() {
  const { id = '' } = useParams();
  const me = useMe();
  const check = useSiteCheck(id);
  const application = useChecked(id);
  if (check.error) return <PageRefusal error={check.error} onRetry={() => check.refetch()} />;
  if (!check.data || application.isPending) return <Loading />;
  const c = check.data;
  const writes =
    can(me, 'sitecheck:save') &&
    c.inspectors.some((i) => i.accountId === me.accountId) &&
    !c.submittedAt &&
    c.state === 'SITE_CHECK';
  return (
    <>
      <PageHead
        title={c.title}
        trail={[{ to: '/site-checks', label: '现场核查' }]}
        aside={
          <>
            <span className="quiet">
              {c.no} · {c.countyName} · {c.inspectors.map((i) => i.name).join('、')}
            </span>
            <Tag tone={c.submittedAt ? 'good' : 'near'}>{c.submittedAt ? '已提交' : '未提交'}</Tag>
          </>
        }
      />
      {writes ? (
        <CheckForm
          key={String(c.submittedAt)}
          check={c}
          batchId={application.data?.batchId}
          document={application.data?.document}
          onReload={async () => (await check.refetch()).data}
        />
      ) : (
        <CheckRead check={c} batchId={application.data?.batchId} />
      )}
    </>
  );
}
