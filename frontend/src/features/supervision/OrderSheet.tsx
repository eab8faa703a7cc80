import { Button, Descriptions, Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { showTime } from '@/lib/time';
import styles from './OrderSheet.module.css';
import { type Order, useAct } from './queries';

/** One 督办单: why it was opened, what the county answered, who closed it, and what this person may do now. */
export function OrderSheet({ order: o }: { order: Order }) {
  return (
    <section className={styles.sheet} aria-label={`${o.title}第 ${o.no} 号督办单`}>
      <div className={styles.head}>
        <h2>
          <Link to={`/funds/${o.applicationId}`}>{o.title}</Link> 第 {o.no} 号
        </h2>
        <Tag tone={o.state === 'CLOSED' ? 'plain' : 'near'}>{o.stateLabel}</Tag>
        {o.amber ? (
          <Tag tone="near">黄灯</Tag>
        ) : (
          o.recoveredAt && <Tag tone="good">已到位 {showTime(o.recoveredAt)}</Tag>
        )}
      </div>
      <Descriptions column={1} size="small">
        <Descriptions.Item label="县（市、区）">
          {o.city} {o.county}
        </Descriptions.Item>
        <Descriptions.Item label="开立">{showTime(o.openedAt)}</Descriptions.Item>
        <Descriptions.Item label="事由">{o.cause}</Descriptions.Item>
        {o.answeredAt && (
          <Descriptions.Item label="反馈">
            {o.answer}（{o.answeredName} {showTime(o.answeredAt)}）
          </Descriptions.Item>
        )}
        {o.closedAt && (
          <Descriptions.Item label="销号">
            {o.opinion}（{o.closedName} {showTime(o.closedAt)}）
          </Descriptions.Item>
        )}
      </Descriptions>
      {o.actions.map((a) => (
        <Act key={a.action} order={o} action={a.action === 'close' ? 'close' : 'answer'} label={a.label} />
      ))}
    </section>
  );
}

function Act({ order, action, label }: { order: Order; action: 'answer' | 'close'; label: string }) {
  const act = useAct(order);
  const [text, setText] = useState('');
  const id = useId();
  return (
    <div className="screen-only">
      <label htmlFor={id}>{action === 'answer' ? '原因和到位时间' : '核实情况'}</label>
      <Input.TextArea id={id} rows={2} maxLength={2000} value={text} onChange={(e) => setText(e.target.value)} />
      <RefusalNote error={act.error} />
      <Button
        type="primary"
        style={{ marginTop: 8 }}
        loading={act.isPending}
        disabled={text.trim() === ''}
        onClick={() => act.mutate({ action, text })}
      >
        {label}
      </Button>
    </div>
  );
}
