import { Button, Input } from 'antd';
import { Link } from 'react-router';
import { useRegions } from '@/api/regions';
import { can, useMe } from '@/api/session';
import { Download } from '@/components/Download';
import { FilterBar } from '@/components/FilterBar';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { isForbidden } from '@/components/refusalWords';
import { useListParams } from '@/lib/listParams';
import { queryText } from '@/lib/queryText';
import { AccountList } from './AccountList';
import { accountsAsked, useAccounts, useRoles } from './queries';

const states = [
  { value: 'active', label: '在用' },
  { value: 'disabled', label: '停用' },
];

/** All accounts with their posts: the three administrators see the same list and do different things from it. */
export function Component() {
  const me = useMe();
  const params = useListParams();
  const regions = useRegions();
  const roles = useRoles();
  const list = useAccounts(accountsAsked(params));
  if (isForbidden(list.error)) return <PageRefusal error={list.error} />;
  return (
    <>
      <PageHead
        title="账号与授权"
        aside={<span className="quiet">{dutyOf(can(me, 'account:create'), can(me, 'grant:create'))}</span>}
        acts={
          <>
            {can(me, 'grant:export') && (
              <Download
                path={`/grants.xlsx${queryText({ ...accountsAsked(params), page: undefined, pageSize: undefined })}`}
                label="导出 Excel"
              />
            )}
            {can(me, 'account:create') && (
              <Link to="/accounts/new">
                <Button type="primary" tabIndex={-1}>
                  建立账号
                </Button>
              </Link>
            )}
          </>
        }
      />
      <Panel>
        <FilterBar>
          <Input.Search
            aria-label="在账号、名称、单位中查找"
            placeholder="账号、名称、单位"
            allowClear
            defaultValue={params.q}
            onSearch={(q) => params.set({ q })}
            style={{ width: 220 }}
          />
          <Picker
            label="岗位"
            clear
            width={180}
            value={params.get('role')}
            onChange={(role) => params.set({ role })}
            options={(roles.data?.items ?? []).map((r) => ({ value: r.role, label: r.label }))}
          />
          <Picker
            label="区域"
            clear
            width={170}
            value={params.get('region')}
            onChange={(region) => params.set({ region })}
            options={(regions.data?.items ?? []).map((r) => ({ value: r.code, label: r.name }))}
          />
          <Picker
            label="状态"
            clear
            width={110}
            value={params.get('state')}
            onChange={(state) => params.set({ state })}
            options={states}
          />
        </FilterBar>
        <AccountList />
      </Panel>
    </>
  );
}

function dutyOf(accounts: boolean, grants: boolean): string {
  if (accounts) return '系统管理员：建立、停用账号，重置口令；授权由安全保密管理员办理';
  if (grants) return '安全保密管理员：授予、收回岗位；账号由系统管理员建立';
  return '安全审计管理员：查看账号与授权，办理经过见各账号的流水';
}
