import { Descriptions } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { AccountActs } from './AccountActs';
import { GrantForm } from './GrantForm';
import { GrantTable } from './GrantTable';
import { OneTimePassword } from './OneTimePassword';
import { type Account, useAccount } from './queries';
import { RenameForm } from './RenameForm';

export function Component() {
  const { accountId = '' } = useParams();
  const account = useAccount(accountId);
  if (account.error) return <PageRefusal error={account.error} onRetry={() => account.refetch()} />;
  if (!account.data) return <Loading />;
  return <AccountSheet key={accountId} account={account.data} />;
}

/** One account: who it is, what it may do where, and what the reader may change of it. */
function AccountSheet({ account: a }: { account: Account }) {
  const me = useMe();
  const [reset, setReset] = useState<Account>();
  const own = a.id === me.accountId;
  return (
    <>
      <PageHead
        title={a.name}
        trail={[{ to: '/accounts', label: '账号与授权' }]}
        aside={<Tag tone={a.disabled ? 'plain' : 'good'}>{a.disabled ? '停用' : '在用'}</Tag>}
        acts={<AccountActs account={a} onReset={setReset} />}
      />
      {reset && <OneTimePassword account={reset} />}
      <Panel title="账号">
        <Descriptions column={{ xs: 1, lg: 2 }}>
          <Descriptions.Item label="账号">{a.login}</Descriptions.Item>
          <Descriptions.Item label="口令">{a.mustChangePassword ? '待本人修改' : '本人已设置'}</Descriptions.Item>
          <Descriptions.Item label="动态码">{a.secondFactor ? '已启用' : '没有启用'}</Descriptions.Item>
          <Descriptions.Item label="名称">{a.name}</Descriptions.Item>
          <Descriptions.Item label="单位">{a.unit}</Descriptions.Item>
          <Descriptions.Item label="建立">{showTime(a.createdAt)}</Descriptions.Item>
          <Descriptions.Item label="最近变更">{showTime(a.updatedAt)}</Descriptions.Item>
        </Descriptions>
        {can(me, 'account:update') && <RenameForm account={a} />}
      </Panel>
      <Panel title="岗位">
        <GrantTable account={a} revokes={can(me, 'grant:delete')} />
        {can(me, 'grant:create') && <GrantForm account={a} own={own} />}
      </Panel>
    </>
  );
}
