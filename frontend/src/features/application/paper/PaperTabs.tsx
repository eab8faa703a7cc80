import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import type { PackParams } from '@/api/pack';
import { can, useMe } from '@/api/session';
import type { Application, Shape } from '@/api/types';
import { later } from '@/components/later';
import { ProposalView } from '@/components/proposal/ProposalView';

// Read when their tab is opened.
const ChecksTab = later(() => import('./ChecksTab').then((m) => m.ChecksTab));
const FilesTab = later(() => import('./FilesTab').then((m) => m.FilesTab));
const PledgesTab = later(() => import('./PledgesTab').then((m) => m.PledgesTab));
const FormalTab = later(() => import('./FormalTab').then((m) => m.FormalTab));
const VersionsTab = later(() => import('./VersionsTab').then((m) => m.VersionsTab));

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
      items={tabs}
      onChange={(tab) => setParams(tab === 'proposal' ? {} : { tab }, { replace: true })}
    />
  );
}
