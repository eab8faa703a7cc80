import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { isRefusal } from '@/api/problem';
import { useSignedIn } from '@/api/session';
import type { Me } from '@/api/types';
import { RefusalNote } from './RefusalNote';

interface Props {
  /** Fixed when a session is taken up again. */
  login?: string;
  onDone: (me: Me) => void;
}

interface Typed {
  login: string;
  password: string;
  code?: string;
}

/** Account and password, and the second factor where the server asks for it. */
export function SignInForm({ login, onDone }: Props) {
  const { signIn } = useSignedIn();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [wantsCode, wantCode] = useState(false);

  async function send(typed: Typed) {
    setBusy(true);
    setError(null);
    try {
      onDone(await signIn(typed.login, typed.password, typed.code));
    } catch (e) {
      const second = isRefusal(e) && e.code === 'second_factor_required';
      wantCode((already) => already || second);
      setError(second && !wantsCode ? null : e);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form<Typed> layout="vertical" requiredMark={false} initialValues={{ login }} onFinish={send} disabled={busy}>
      <RefusalNote error={error} />
      <Form.Item name="login" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
        <Input autoComplete="username" readOnly={login !== undefined} autoFocus={login === undefined} maxLength={200} />
      </Form.Item>
      <Form.Item name="password" label="口令" rules={[{ required: true, message: '请填写口令' }]}>
        <Input.Password autoComplete="current-password" autoFocus={login !== undefined} maxLength={1000} />
      </Form.Item>
      {wantsCode && (
        <Form.Item
          name="code"
          label="动态码"
          extra="请填写手机验证器上显示的 6 位数字"
          rules={[{ required: true, message: '请填写动态码' }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={6} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        登录
      </Button>
    </Form>
  );
}
