import { Alert, Button, Descriptions } from 'antd';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { Chinks } from './Chinks';
import { Digest } from './Digest';
import { useLastVerification, useVerify } from './queries';

/** Whether all streams hold together: up to which entry, when, by whom, under which digest; and now, if asked. */
export function VerifyAll() {
  const last = useLastVerification();
  const verify = useVerify();
  const shown = verify.data ?? last.data;
  return (
    <Panel
      title="流水核验"
      aside={
        <Button type="primary" className="screen-only" loading={verify.isPending} onClick={() => verify.mutate()}>
          现在核验
        </Button>
      }
    >
      <RefusalNote error={verify.error ?? last.error} onRetry={() => last.refetch()} />
      {last.isPending && <Loading />}
      {last.data === null && !verify.data && (
        <Empty what="还没有核验过" next="点“现在核验”，逐条重算指纹，核对前后相接和链头" />
      )}
      {shown && <Outcome of={shown} />}
    </Panel>
  );
}

function Outcome({ of: v }: { of: Shape<'Verification'> }) {
  return (
    <>
      {v.faults > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ marginBottom: 16 }}
          title={`流水不完整：发现 ${v.faults} 处问题。请先导出全部流水留存原样，再报告安全审计管理员。`}
          description={
            v.faultList.length > 0 ? <Chinks places={v.faultList} total={v.faults} /> : '点“现在核验”列出问题所在。'
          }
        />
      )}
      <Descriptions column={{ xs: 1, lg: 3 }} size="small">
        <Descriptions.Item label="结论">
          {v.faults === 0 ? <Tag tone="good">完好</Tag> : <Tag tone="bad">有问题 {v.faults} 处</Tag>}
        </Descriptions.Item>
        <Descriptions.Item label="核验到">
          {v.streams} 条流水，{v.entries} 条记录
        </Descriptions.Item>
        <Descriptions.Item label="核验时间">
          {showTime(v.at)}，{v.name}
        </Descriptions.Item>
        <Descriptions.Item label="检查点摘要" span="filled">
          <Digest of={v.digest} />
        </Descriptions.Item>
        <Descriptions.Item label="链头的根" span="filled">
          <Digest of={v.root} />
        </Descriptions.Item>
      </Descriptions>
      <p className="quiet">
        请把摘要和根抄录在系统之外。这次核验本身也记入审计流水（audit/all），以后与抄录的对照，对不上即说明记录被整段替换过。导出文件用“xianjie
        verify”离线核验每条记录有没有改动。
      </p>
    </>
  );
}
