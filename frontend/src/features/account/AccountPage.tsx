import { Alert, Descriptions } from 'antd';
import { useState } from 'react';
import { useMe } from '@/api/session';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { PasswordForm } from './PasswordForm';
import { SecondFactor } from './SecondFactor';

/** My account: who I am to the system, my posts, my password. */
export function Component() {
  const me = useMe();
  const [changed, setChanged] = useState(0);
  return (
    <>
      <PageHead title="我的账号" />
      <Panel title="身份">
        <Descriptions column={1}>
          <Descriptions.Item label="账号">{me.login}</Descriptions.Item>
          <Descriptions.Item label="名称">{me.name}</Descriptions.Item>
          <Descriptions.Item label="单位">{me.unit || '—'}</Descriptions.Item>
          <Descriptions.Item label="岗位">
            {me.grants.map((g) => `${g.regionName} ${g.roleLabel}`).join('；') || '没有授权'}
          </Descriptions.Item>
        </Descriptions>
      </Panel>
      <SecondFactor set={me.secondFactor} />
      <Panel title="修改口令">
        {changed > 0 && <Alert type="success" showIcon title="口令已修改，其他地方的登录已失效。" role="status" />}
        <PasswordForm key={changed} onDone={() => setChanged((times) => times + 1)} />
      </Panel>
    </>
  );
}
