import { Button, Descriptions, Space } from 'antd';
import { Link, useParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { Component as NotFound } from '@/components/NotFound';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { showSecond } from '@/lib/time';
import { Digest } from './Digest';
import { useStream } from './queries';
import { actorOf, type Entry, isKind, type Kind, moved, pathOf, streamName } from './stream';

export function Component() {
  const { kind, id = '', seq = '' } = useParams();
  if (!isKind(kind) || !/^[1-9]\d{0,15}$/.test(seq)) return <NotFound />;
  return <One kind={kind} id={id} seq={Number(seq)} />;
}

function One({ kind, id, seq }: { kind: Kind; id: string; seq: number }) {
  const stretch = useStream(kind, id, seq - 1, 2);
  if (stretch.error) return <PageRefusal error={stretch.error} onRetry={() => stretch.refetch()} />;
  if (!stretch.data) return <Loading />;
  const [found, after] = stretch.data.items;
  if (found?.seq !== seq) return <NotFound />;
  return <EntrySheet entry={found} last={after === undefined} />;
}

/** One entry whole, with the fingerprints that tie it to its neighbours. */
function EntrySheet({ entry: e, last }: { entry: Entry; last: boolean }) {
  return (
    <>
      <PageHead
        title={`第 ${e.seq} 条 ${e.actionLabel}`}
        trail={[
          { to: '/audit', label: '审计流水' },
          { to: pathOf(e.stream), label: streamName(e.stream, e.streamTitle) },
        ]}
        acts={
          <Space>
            {e.seq > 1 && (
              <Link to={pathOf(e.stream, e.seq - 1)}>
                <Button tabIndex={-1}>前一条</Button>
              </Link>
            )}
            {!last && (
              <Link to={pathOf(e.stream, e.seq + 1)}>
                <Button tabIndex={-1}>后一条</Button>
              </Link>
            )}
          </Space>
        }
      />
      <Panel title="事项">
        <Descriptions column={{ xs: 1, lg: 2 }} bordered size="small">
          <Descriptions.Item label="时间">{showSecond(e.at)}</Descriptions.Item>
          <Descriptions.Item label="事项">{e.actionLabel}</Descriptions.Item>
          <Descriptions.Item label="办理人">{actorOf(e)}</Descriptions.Item>
          <Descriptions.Item label="来自">{e.address || '—'}</Descriptions.Item>
          <Descriptions.Item label="对象">{e.objectLabel || '—'}</Descriptions.Item>
          <Descriptions.Item label="区域">{e.regionName || '—'}</Descriptions.Item>
          <Descriptions.Item label="状态变化">{moved(e) || '—'}</Descriptions.Item>
          <Descriptions.Item label="流水">{streamName(e.stream, e.streamTitle)}</Descriptions.Item>
          <Descriptions.Item label="事由、意见" span="filled">
            {e.reason || '—'}
          </Descriptions.Item>
          {e.detail !== '' && (
            <Descriptions.Item label="明细（原样）" span="filled">
              <code style={{ overflowWrap: 'anywhere' }}>{e.detail}</code>
            </Descriptions.Item>
          )}
        </Descriptions>
      </Panel>
      <Panel title="指纹">
        <Descriptions column={1} bordered size="small">
          <Descriptions.Item label="内容摘要，办前">
            <Digest of={e.beforeDigest} />
          </Descriptions.Item>
          <Descriptions.Item label="内容摘要，办后">
            <Digest of={e.afterDigest} />
          </Descriptions.Item>
          <Descriptions.Item label="前一条的指纹">
            <Digest of={e.prevHash} />
          </Descriptions.Item>
          <Descriptions.Item label="本条的指纹">
            <Digest of={e.hash} />
          </Descriptions.Item>
        </Descriptions>
      </Panel>
    </>
  );
}
