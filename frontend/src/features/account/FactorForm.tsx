import { Button, Form, Input, Space } from 'antd';
import { fieldErrors } from '@/components/fieldErrors';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';

interface Typed {
  password: string;
  code: string;
}

interface Props {
  asks: ('password' | 'code')[];
  go: string;
  note?: string;
  onSend: (typed: Typed) => Promise<void>;
  onClose: () => void;
}

/** Password, code or both, for a change of the second factor. */
export function FactorForm({ asks, go, note, onSend, onClose }: Props) {
  const [form] = Form.useForm<Typed>();
  const { busy, error, send } = useSending(
    async (typed: Typed) => {
      await onSend(typed);
    },
    (e) => form.setFields(fieldErrors(e, asks)),
  );
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      disabled={busy}
      className="screen-only"
      style={{ maxWidth: 480, marginTop: 16 }}
    >
      <RefusalNote error={error} />
      {note && <p>{note}</p>}
      {asks.includes('password') && (
        <Form.Item name="password" label="口令" rules={[{ required: true, message: '请填写口令' }]}>
          <Input.Password autoComplete="current-password" autoFocus maxLength={1000} />
        </Form.Item>
      )}
      {asks.includes('code') && (
        <Form.Item
          name="code"
          label="动态码"
          extra="验证器上显示的 6 位数字，每 30 秒换一个，每个只能用一次"
          rules={[{ required: true, message: '请填写动态码' }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" autoFocus={asks.length === 1} maxLength={8} />
        </Form.Item>
      )}
      <Space>
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {go}
        </Button>
      </Space>
    </Form>
  );
}
