import { Navigate } from 'react-router';
import { can, useMe } from '@/api/session';
import { Download } from '@/components/Download';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { AuditFilters } from './AuditFilters';
import { AuditList } from './AuditList';
import { OwnStreams } from './OwnStreams';
import { VerifyAll } from './VerifyAll';

/** Every stream for who watches over the whole province; one's own applications' for a city's auditor. */
export function Component() {
  const me = useMe();
  const province = me.grants.some((g) => g.region.endsWith('0000'));
  if (!can(me, 'audit:read')) return <Navigate to="/" replace />;
  return (
    <>
      <PageHead
        title="审计流水"
        aside={<span className="quiet">只读。每条记录都带前一条的指纹，改动、删除、插入都能查出</span>}
        acts={province && can(me, 'audit:verify') && <Download path="/audit/export" label="导出全部（供离线核验）" />}
      />
      {province ? (
        <>
          {can(me, 'audit:verify') && <VerifyAll />}
          <Panel title="记录">
            <AuditFilters />
            <AuditList />
          </Panel>
        </>
      ) : (
        <OwnStreams />
      )}
    </>
  );
}
