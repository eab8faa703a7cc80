import { Button, Descriptions } from 'antd';
import { Link, useParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { PublicFrame } from '@/components/PublicFrame';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { verdictTones } from '../labels';
import { LookUp } from './LookUp';
import styles from './Public.module.css';
import { usePublicNotice, useReceipt } from './queries';

/** The receipt of an objection, to be kept and printed; later the same page says how it was answered. */
export function Component() {
  const { receiptNo = '' } = useParams();
  const receipt = useReceipt(receiptNo);
  const r = receipt.data;
  const notice = usePublicNotice(r?.noticeId ?? '', r !== undefined);
  return (
    <PublicFrame>
      <PageHead
        title="异议回执"
        trail={[{ to: '/public', label: '公开公示' }]}
        acts={r && <Button onClick={() => print()}>打印回执</Button>}
      />
      {receipt.isPending && <Loading />}
      {receipt.error && (
        <>
          <RefusalNote error={receipt.error} onRetry={() => receipt.refetch()} />
          <LookUp />
        </>
      )}
      {r && (
        <Panel>
          <p className={styles.receipt}>
            <span className="quiet">回执号</span>
            <strong>{r.receiptNo}</strong>
            <Tag tone={verdictTones[r.state]}>{r.stateLabel}</Tag>
          </p>
          <Descriptions column={1} bordered size="middle">
            <Descriptions.Item label="受理时间">{showTime(r.filedAt)}（以服务器时钟为准）</Descriptions.Item>
            <Descriptions.Item label="所涉公示">
              <Link to={`/public/notices/${r.noticeId}`}>{notice.data?.title ?? '查看公示'}</Link>
            </Descriptions.Item>
            <Descriptions.Item label="办理结果">
              {r.state === 'OPEN' ? '正在核查，尚未答复' : `异议${r.stateLabel}`}
            </Descriptions.Item>
            <Descriptions.Item label="答复">
              <span className={styles.answer}>{r.answer || '—'}</span>
            </Descriptions.Item>
            <Descriptions.Item label="答复时间">{showTime(r.answeredAt)}</Descriptions.Item>
          </Descriptions>
          <p className={styles.keep}>
            请记下回执号或打印本页留存。以后在公示列表页填入回执号，就能查到办理情况和答复；遗失回执号的，请拨打监督电话
            {notice.data?.phone ? ` ${notice.data.phone}` : ''}。
          </p>
        </Panel>
      )}
    </PublicFrame>
  );
}
