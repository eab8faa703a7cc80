import { Button, Checkbox, Input, Space } from 'antd';
import { useId, useState } from 'react';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import { useDeskActs } from './queries';

/** Draws places for those who wait for one; places drawn before never change. */
export function OrderDraw({ batchId }: { batchId: string }) {
  const acts = useDeskActs(batchId);
  const attempt = useAttempt();
  const id = useId();
  const [seed, setSeed] = useState('');
  const [partial, setPartial] = useState(false);
  const {
    busy,
    error,
    send: go,
  } = useSending(async () => {
    await acts.drawOrder(seed.trim(), partial, attempt({ seed, partial }));
    setSeed('');
  });
  return (
    <div className="screen-only" style={{ marginBottom: 16 }}>
      <Space wrap>
        <label htmlFor={id}>种子</label>
        <Input
          id={id}
          style={{ width: 320 }}
          maxLength={200}
          placeholder="如当众摇出的号码；不填由系统生成"
          value={seed}
          onChange={(e) => setSeed(e.target.value)}
        />
        <Checkbox checked={partial} onChange={(e) => setPartial(e.target.checked)}>
          还有申报在书面评审，分批抽签
        </Checkbox>
        <Button type="primary" loading={busy} onClick={go}>
          抽取答辩次序
        </Button>
      </Space>
      <RefusalNote error={error} />
    </div>
  );
}
