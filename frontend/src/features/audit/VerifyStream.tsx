import { Alert, Button, Descriptions } from 'antd';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { Chinks } from './Chinks';
import { Digest } from './Digest';
import { useVerifyStream } from './queries';
import type { Kind } from './stream';

/** Whether one stream holds together, and up to which entry. */
export function VerifyStream({ kind, id }: { kind: Kind; id: string }) {
  const verify = useVerifyStream(kind, id);
  const v = verify.data;
  return (
    <Panel
      title="核验"
      aside={
        <Button className="screen-only" loading={verify.isPending} onClick={() => verify.mutate()}>
          现在核验这条流水
        </Button>
      }
    >
      <RefusalNote error={verify.error} />
      {!v && <p className="quiet">逐条重算指纹，核对前后相接和链头。</p>}
      {v && v.faults > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ marginBottom: 16 }}
          title={`这条流水不完整：发现 ${v.faults} 处问题。`}
          description={<Chinks places={v.places} total={v.faults} />}
        />
      )}
      {v && (
        <Descriptions column={{ xs: 1, lg: 3 }} size="small">
          <Descriptions.Item label="结论">
            {v.faults === 0 ? <Tag tone="good">完好</Tag> : <Tag tone="bad">有问题 {v.faults} 处</Tag>}
          </Descriptions.Item>
          <Descriptions.Item label="完好到">
            第 {v.sound} 条（链头第 {v.seq} 条）
          </Descriptions.Item>
          <Descriptions.Item label="核验时间">{showTime(v.at)}</Descriptions.Item>
          <Descriptions.Item label="链头指纹" span="filled">
            <Digest of={v.hash} />
          </Descriptions.Item>
        </Descriptions>
      )}
    </Panel>
  );
}
