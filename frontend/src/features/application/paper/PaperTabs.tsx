import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import type { PackParams } from '@/api/pack';
import { can, useMe } from '@/api/session';
import type { Application, Shape } from '@/api/types';
import { Loading } from '@/components/Loading';
import { ProposalView } from '@/components/proposal/ProposalView';

// Read when their tab is opened.
const ChecksTab = lazy(() => import('./ChecksTab').then((m) => ({ default: m.ChecksTab })));
const FilesTab = lazy(() => import('./FilesTab').then((m) => ({ default: m.FilesTab })));
const PledgesTab = lazy(() => import('./PledgesTab').then((m) => ({ default: m.PledgesTab })));
const FormalTab = lazy(() => import('./FormalTab').then((m) => ({ default: m.FormalTab })));
const VersionsTab = lazy(() => import('./VersionsTab').then((m) => ({ default: m.VersionsTab })));

interface Props {
  application: Application;
  pack: PackParams | undefined;
  slips: Shape<'ReturnSlip'>[];
}

/** What hangs on an application, a tab each; which one is open stands in the address. */
export function PaperTabs({ application, pack, slips }: Props) {
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const { failed: rules = [], waived = [] } = application.summary ?? {};
  const failed = rules.filter((r) => !waived.includes(r)).length;
  const tabs = [
    { key: 'proposal', label: '申报书', children: <ProposalView document={application.document} /> },
    {
      key: 'checks',
      label: failed > 0 ? `规则检查（${failed} 条不通过）` : '规则检查',
      children: <ChecksTab application={application} />,
    },
    { key: 'files', label: '附件', children: <FilesTab id={application.id} pack={pack} /> },
  ];
  if (can(me, 'confirmation:read'))
    tabs.push({ key: 'pledges', label: '确认情况', children: <PledgesTab application={application} /> });
  if (application.reportedAt !== null)
    tabs.push({ key: 'formal', label: '形式审查', children: <FormalTab application={application} slips={slips} /> });
  if (application.snapshotNo > 0)
    tabs.push({ key: 'versions', label: '版本与差异', children: <VersionsTab application={application} /> });
  return (
    <Tabs
      destroyOnHidden
      activeKey={params.get('tab') ?? 'proposal'}
      items={tabs.map((tab) => ({ ...tab, children: <Suspense fallback={<Loading />}>{tab.children}</Suspense> }))}
      onChange={(tab) => setParams(tab === 'proposal' ? {} : { tab }, { replace: true })}
    />
  );
}
