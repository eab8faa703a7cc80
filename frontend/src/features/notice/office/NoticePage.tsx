import { Button, Descriptions } from 'antd';
import { Link, useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { Download } from '@/components/Download';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { noticeTones } from '../labels';
import { periodOf } from '../period';
import { useNotice } from '../queries';
import { NoticeSheet } from '../sheet/NoticeSheet';
import { NoticeActs } from './NoticeActs';
import { ObjectionList } from './ObjectionList';
import styles from './Office.module.css';

export function Component() {
  const { id = '' } = useParams();
  const notice = useNotice(id);
  if (notice.isPending) return <Loading />;
  if (notice.error) return <PageRefusal error={notice.error} onRetry={() => notice.refetch()} />;
  return <Desk notice={notice.data} onReload={() => notice.refetch()} />;
}

/** One notice: its sheet at the left, what is to be done with it and the objections to it at the right. */
function Desk({ notice: n, onReload }: { notice: Shape<'Notice'>; onReload: () => void }) {
  const me = useMe();
  return (
    <>
      <div className="screen-only">
        <PageHead
          title={`公示第${n.no}号`}
          trail={[{ to: `/notices?batch=${n.batchId}`, label: '公示立项' }]}
          aside={<Tag tone={noticeTones[n.state]}>{n.stateLabel}</Tag>}
          acts={
            <>
              <Button onClick={() => print()}>打印</Button>
              <Download path={`/notices/${n.id}/paper.pdf`} label="公示文件（PDF）" />
              <Download path={`/notices/${n.id}/paper.docx`} label="公示文件（Word）" />
            </>
          }
        />
      </div>
      <div className={styles.desk}>
        <div className={styles.paper}>
          <NoticeSheet of={n} />
        </div>
        <div className="screen-only">
          <Panel title="公示情况">
            <Descriptions column={1} size="small">
              <Descriptions.Item label="公示期">{periodOf(n)}</Descriptions.Item>
              <Descriptions.Item label="名单">{n.entries.filter((e) => !e.left).length} 个</Descriptions.Item>
              <Descriptions.Item label="监督电话">{n.phone}</Descriptions.Item>
              {n.closedAt && <Descriptions.Item label="结束时间">{showTime(n.closedAt)}</Descriptions.Item>}
              {n.state !== 'DRAFT' && (
                <Descriptions.Item label="公开页面">
                  <Link to={`/public/notices/${n.id}`}>公众看到的公示</Link>
                </Descriptions.Item>
              )}
            </Descriptions>
            <NoticeActs notice={n} onReload={onReload} />
          </Panel>
          {can(me, 'objection:read') && n.state !== 'DRAFT' && <ObjectionList notice={n} />}
        </div>
      </div>
    </>
  );
}
