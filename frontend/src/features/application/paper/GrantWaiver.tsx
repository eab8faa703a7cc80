import { Alert, Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { Finding } from '@/api/problem';
import { serverNow } from '@/api/session';
import type { Application } from '@/api/types';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { RefusalNote } from '@/components/RefusalNote';
import { useGrantWaiver } from '../queries';

interface Typed {
  rule: string;
  docNo: string;
  reason: string;
  until?: Dayjs | null;
}

/** Puts a waiver of one rule on record. Its document exists on paper; here it is only entered. */
export function GrantWaiver({ application, rules }: { application: Application; rules: Finding[] }) {
  const [open, setOpen] = useState(false);
  const grant = useGrantWaiver(application);
  const attempt = useAttempt();
  const only = rules.length === 1 ? rules[0]?.rule : undefined;
  if (!open)
    return (
      <p style={{ marginTop: 16 }}>
        <Button onClick={() => setOpen(true)}>登记豁免</Button>
      </p>
    );
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 720, marginTop: 16 }}
      initialValues={{ rule: only, docNo: '', reason: '' }}
      onFinish={({ until, ...typed }) => {
        // Valid through the day chosen: it ends as the next begins.
        const body = { ...typed, ...(until ? { expiresAt: until.startOf('day').add(1, 'day').toISOString() } : {}) };
        grant.mutate({ body, key: attempt(body) }, { onSuccess: () => setOpen(false) });
      }}
    >
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title="只有条文写“原则上”的规则可以豁免；登记后该规则不再阻断本件，不能撤销。"
      />
      <RefusalNote error={grant.error} />
      <Form.Item name="rule" label="豁免的规则（必填）" rules={[{ required: true, message: '请选择规则' }]}>
        <Select options={rules.map((r) => ({ value: r.rule, label: `${r.rule} ${r.name}：${r.figure.text}` }))} />
      </Form.Item>
      <Form.Item
        name="docNo"
        label="批准文号（必填）"
        rules={[{ required: true, whitespace: true, message: '请填写批准文号' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由（必填）"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="until" label="有效期止（长期的不填）">
        <DatePicker disabledDate={(d) => d.isBefore(dayjs(serverNow()), 'day')} style={{ width: 240 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        登记豁免
      </Button>{' '}
      <Button onClick={() => setOpen(false)} disabled={grant.isPending}>
        不登记
      </Button>
    </Form>
  );
}
