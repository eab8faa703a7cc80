import { Descriptions } from 'antd';
import { useParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { BatchActs } from './BatchActs';
import { BatchNav } from './BatchNav';
import { PackTable } from './PackTable';
import { PackVersions } from './PackVersions';
import { useBatch, usePack } from './queries';

/** One batch: where it stands, the rules it is judged by, its packs. */
export function Component() {
  const { id = '' } = useParams();
  const batch = useBatch(id);
  const pack = usePack(id);
  if (batch.error) return <PageRefusal error={batch.error} onRetry={() => batch.refetch()} />;
  if (!batch.data) return <Loading />;
  const b = batch.data;
  return (
    <>
      <PageHead
        title={b.title}
        trail={[{ to: '/batches', label: '批次' }]}
        aside={<Tag tone="action">{b.stateLabel}</Tag>}
        acts={<BatchNav batch={b} />}
      />
      <Panel title="基本情况">
        <Descriptions column={2}>
          <Descriptions.Item label="批次代码">{b.code}</Descriptions.Item>
          <Descriptions.Item label="年度">{b.year}</Descriptions.Item>
          <Descriptions.Item label="依据文号">{b.basisDocNo}</Descriptions.Item>
          <Descriptions.Item label="现行政策包">第 {b.packVersion} 版</Descriptions.Item>
          <Descriptions.Item label="评审依据">
            {b.reviewPack > 0 ? `第 ${b.reviewPack} 版政策包（已固定）` : '尚未固定'}
          </Descriptions.Item>
          <Descriptions.Item label="更新时间">{showTime(b.updatedAt)}</Descriptions.Item>
        </Descriptions>
        <BatchActs batch={b} />
      </Panel>
      <Panel title="政策参数">
        <RefusalNote error={pack.error} onRetry={() => pack.refetch()} />
        {pack.data ? <PackTable pack={pack.data} /> : <Loading />}
      </Panel>
      <Panel title="政策包各版本">
        <PackVersions batch={b} />
      </Panel>
    </>
  );
}
