import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import { verdictTones } from '../labels';
import { useObjections } from '../queries';
import { AnswerForm } from './AnswerForm';
import styles from './Office.module.css';

/** The objections to a notice, the oldest first, each with its answer or the form for it. */
export function ObjectionList({ notice }: { notice: Shape<'Notice'> }) {
  const objections = useObjections(notice.id);
  const items = objections.data?.items ?? [];
  const open = items.filter((o) => o.state === 'OPEN').length;
  const about = (id: string) => {
    const entry = notice.entries.find((e) => e.applicationId === id);
    return entry ? `${entry.county}　${entry.title}（${entry.no}）` : '针对整个公示';
  };
  return (
    <Panel
      title="异议"
      aside={
        items.length > 0 && (
          <span>
            共 {items.length} 件{open > 0 && `，${open} 件待答复`}
          </span>
        )
      }
    >
      <RefusalNote error={objections.error} onRetry={() => objections.refetch()} />
      {objections.isPending && <Loading />}
      {objections.data && items.length === 0 && <Empty what="没有收到异议" next={null} />}
      {items.map((o) => (
        <article key={o.id} className={styles.objection} aria-label={`异议 ${o.receiptNo}`}>
          <div className={styles.line}>
            <strong>{o.receiptNo}</strong>
            <Tag tone={verdictTones[o.state]}>{o.stateLabel}</Tag>
            <span className="quiet">{showTime(o.filedAt)}</span>
          </div>
          <p>所涉：{about(o.applicationId)}</p>
          <p className={styles.said}>{o.text}</p>
          <p className="quiet">联系方式：{o.contact || '没有留'}</p>
          {o.state !== 'OPEN' && (
            <div className={styles.answered}>
              <p className={styles.said}>{o.answer}</p>
              <p className="quiet">
                {o.handledName}　{showTime(o.answeredAt)}
              </p>
            </div>
          )}
          {o.actions.some((a) => a.action === 'answer') && <AnswerForm objection={o} />}
        </article>
      ))}
    </Panel>
  );
}
