import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { fieldErrors } from '@/components/fieldErrors';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import { type Account, useAccountActs } from './queries';

interface Typed {
  name: string;
  unit: string;
}

const fields = ['name', 'unit'] as const;

/** The shown name and the unit, changed when a unit is renamed. */
export function RenameForm({ account }: { account: Account }) {
  const [open, show] = useState(false);
  if (!open)
    return (
      <Button className="screen-only" style={{ marginTop: 16 }} onClick={() => show(true)}>
        修改名称、单位
      </Button>
    );
  return <Rename account={account} onClose={() => show(false)} />;
}

function Rename({ account, onClose }: { account: Account; onClose: () => void }) {
  const { rename } = useAccountActs();
  const [form] = Form.useForm<Typed>();
  const { busy, error, send } = useSending(
    async (typed: Typed) => {
      await rename(account, typed);
      onClose();
    },
    (e) => form.setFields(fieldErrors(e, fields)),
  );
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: account.name, unit: account.unit }}
      onFinish={send}
      disabled={busy}
      style={{ maxWidth: 560 }}
    >
      <RefusalNote error={error} />
      <p className="quiet">已经签署的文书和流转记录保留当时的名称。</p>
      <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请填写单位' }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Space>
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          保存修改
        </Button>
      </Space>
    </Form>
  );
}
