import { Button, Space } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { can, useMe } from '@/api/session';
import { Download } from '@/components/Download';
import { Loading } from '@/components/Loading';
import { Component as NotFound } from '@/components/NotFound';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { WideTable } from '@/components/WideTable';
import { entryColumns } from './columns';
import { useStream } from './queries';
import { type Entry, isKind, type Kind, streamName } from './stream';
import { VerifyStream } from './VerifyStream';

const stretch = 100;

export function Component() {
  const { kind, id = '' } = useParams();
  return isKind(kind) ? <Stream kind={kind} id={id} /> : <NotFound />;
}

/** One stream from its first entry on, with its chain verified when asked. */
function Stream({ kind, id }: { kind: Kind; id: string }) {
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const after = Number(params.get('after')) || 0;
  const stream = useStream(kind, id, after, stretch);
  if (stream.error) return <PageRefusal error={stream.error} onRetry={() => stream.refetch()} />;
  if (!stream.data) return <Loading />;
  const { items, next } = stream.data;
  const title = streamName(`${kind}/${id}`, items[0]?.streamTitle ?? '');
  const turn = (to: number) => setParams(to > 0 ? { after: String(to) } : {});
  return (
    <>
      <PageHead
        title={title}
        trail={[{ to: '/audit', label: '审计流水' }]}
        acts={
          can(me, 'audit:verify') && (
            <Download path={`/audit/streams/${kind}/${id}/export`} label="导出这条流水（供离线核验）" />
          )
        }
      />
      {can(me, 'audit:verify') && <VerifyStream kind={kind} id={id} />}
      <Panel title="记录" aside={after > 0 && <span className="quiet">第 {after + 1} 条起</span>}>
        <WideTable<Entry>
          aria-label={title}
          size="middle"
          sticky
          columns={entryColumns}
          rowKey={(e) => e.seq}
          dataSource={items}
          pagination={false}
          scroll={{ x: 960 }}
        />
        {(after > 0 || next !== null) && (
          <Space className="screen-only" style={{ marginTop: 16 }}>
            <Button disabled={after === 0} onClick={() => turn(Math.max(0, after - stretch))}>
              前 {stretch} 条
            </Button>
            <Button disabled={next === null} onClick={() => turn(next ?? 0)}>
              后 {stretch} 条
            </Button>
          </Space>
        )}
      </Panel>
    </>
  );
}
