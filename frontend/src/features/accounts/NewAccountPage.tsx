import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { newKey } from '@/api/client';
import { isRefusal } from '@/api/problem';
import { fieldErrors } from '@/components/fieldErrors';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import { OneTimePassword } from './OneTimePassword';
import { type Account, useAccountActs } from './queries';

interface Typed {
  login: string;
  name: string;
  unit: string;
}

const fields = ['login', 'name', 'unit'] as const;

/** Makes an account for a post. Its first password is shown once; its posts are for the other administrator to grant. */
export function Component() {
  const [made, setMade] = useState<Account>();
  return (
    <>
      <PageHead title="建立账号" trail={[{ to: '/accounts', label: '账号与授权' }]} />
      {made ? (
        <Panel title="账号已建立">
          <OneTimePassword account={made} />
          <p>下一步：请安全保密管理员为该账号授予岗位，授权以后才能办理业务。</p>
          <Link to={`/accounts/${made.id}`}>查看账号 {made.login}</Link>
        </Panel>
      ) : (
        <NewAccount onMade={setMade} />
      )}
    </>
  );
}

function NewAccount({ onMade }: { onMade: (a: Account) => void }) {
  const { create } = useAccountActs();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  // One key for one account however often it is sent: an answer lost on the way comes again, though without the password, which
  // is kept nowhere. Another key only after something was refused, to be mended.
  const [key, renew] = useState(newKey);
  const { busy, error, send } = useSending(
    async (typed: Typed) => onMade(await create(typed, key)),
    (e) => {
      form.setFields(fieldErrors(e, fields));
      if (isRefusal(e) && e.status >= 400 && e.status < 500) renew(newKey());
    },
  );
  return (
    <Panel>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        disabled={busy}
        style={{ maxWidth: 560 }}
      >
        <RefusalNote error={error} />
        <Form.Item
          name="login"
          label="账号"
          extra="3 至 32 个小写字母、数字或 . _ -，以字母或数字开头；建立以后不能更改"
          rules={[{ required: true, message: '请填写账号' }]}
        >
          <Input autoComplete="off" autoFocus maxLength={32} />
        </Form.Item>
        <Form.Item
          name="name"
          label="名称"
          extra="单位与岗位，如“栖霞市乡村振兴局填报岗”；不写个人姓名"
          rules={[{ required: true, message: '请填写名称' }]}
        >
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请填写单位' }]}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Space>
          <Button onClick={() => navigate('/accounts')}>取消</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            建立账号
          </Button>
        </Space>
      </Form>
    </Panel>
  );
}
