import { Button, Form, Input } from 'antd';
import { useSignedIn } from '@/api/session';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';

interface Typed {
  current: string;
  fresh: string;
  again: string;
}

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { changePassword } = useSignedIn();

  const { busy, error, send } = useSending(async (typed: Typed) => {
    await changePassword(typed.current, typed.fresh);
    onDone();
  });

  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      disabled={busy}
      style={{ maxWidth: 400, marginTop: 16 }}
    >
      <RefusalNote error={error} />
      <Form.Item name="current" label="原口令" rules={[{ required: true, message: '请填写原口令' }]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="fresh"
        label="新口令"
        extra="不合要求时会说明缺什么"
        rules={[{ required: true, message: '请填写新口令' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再填一次新口令"
        dependencies={['fresh']}
        rules={[
          { required: true, message: '请再填一次新口令' },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value && value !== getFieldValue('fresh')) throw new Error('两次填写的新口令不一样');
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        修改口令
      </Button>
    </Form>
  );
}
