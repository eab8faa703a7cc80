import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { RefusalNote } from '@/components/RefusalNote';
import { type Stage, stages } from './labels';
import { useDeskActs } from './queries';

interface Typed {
  stage: Stage;
  seed?: string;
  reason: string;
}

/** Asks for a draw. Nobody is assigned by it: the result is looked at first. */
export function Propose({ batchId }: { batchId: string }) {
  const acts = useDeskActs(batchId);
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function send({ stage, seed, reason }: Typed) {
    const body = { stage, reason, ...(seed?.trim() ? { seed: seed.trim() } : {}) };
    setBusy(true);
    setError(null);
    try {
      await acts.propose(body, attempt(body));
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Form<Typed>
      layout="inline"
      requiredMark={false}
      onFinish={send}
      initialValues={{ stage: 'WRITTEN', reason: '首次抽取' }}
      style={{ rowGap: 8, marginBottom: 16 }}
    >
      <Form.Item name="stage" label="阶段">
        <Select options={stages} style={{ width: 130 }} />
      </Form.Item>
      <Form.Item name="reason" label="事由" rules={[{ required: true, message: '请写明事由' }]}>
        <Input maxLength={2000} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="seed" label="公布的种子">
        <Input maxLength={60} style={{ width: 300 }} placeholder="如当日上证指数；不填由系统生成" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        抽取并预览
      </Button>
      <div style={{ flexBasis: '100%' }}>
        <p className="quiet">同一种子、同一候选名单、同一回避清单必得同一结果。预览不分派，看过再发布或作废。</p>
        <RefusalNote error={error} />
      </div>
    </Form>
  );
}
