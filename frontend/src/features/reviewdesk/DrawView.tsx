import { Button, Descriptions, Input, Space } from 'antd';
import { useState } from 'react';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { RefusalNote } from '@/components/RefusalNote';
import { SureButton } from '@/components/SureButton';
import { Tag } from '@/components/Tag';
import { useSending } from '@/components/useSending';
import styles from './Desk.module.css';
import { groundWords } from './labels';
import { useDeskActs } from './queries';

interface Props {
  draw: Shape<'Draw'>;
  batchId: string;
}

/** One draw whole: what went in, who was drawn for what, and the proof that everybody has enough. */
export function DrawView({ draw: d, batchId }: Props) {
  const me = useMe();
  const numbers = [...new Set(d.counts.map((c) => c.no))];
  const name = new Map(d.candidates.map((c) => [c.code, c.name]));
  return (
    <>
      <Descriptions column={{ xs: 1, lg: 3 }} size="small">
        <Descriptions.Item label="种子">{d.seed}</Descriptions.Item>
        <Descriptions.Item label="每份抽取">
          {d.perApplication} 人，至少 {d.minExperts} 人
        </Descriptions.Item>
        <Descriptions.Item label="每位专家">至多 {d.loadCap} 份</Descriptions.Item>
        <Descriptions.Item label="摘要" span={3}>
          <span className={styles.digest}>{d.digest}</span>
        </Descriptions.Item>
      </Descriptions>
      <div className={styles.columns}>
        <section>
          <h3>抽中名单</h3>
          <ul>
            {numbers.map((no) => {
              const drawn = d.pairs.filter((p) => p.no === no);
              const held = d.held.filter((p) => p.no === no);
              const count = d.counts.find((c) => c.no === no)?.experts ?? 0;
              return (
                <li key={no}>
                  <b>{no}</b>{' '}
                  <Tag tone={count >= d.minExperts ? 'good' : 'bad'}>
                    {count} 人，{count >= d.minExperts ? '够数' : `少于 ${d.minExperts} 人`}
                  </Tag>
                  <br />
                  {drawn.map((p) => `${p.code} ${name.get(p.code) ?? ''}`).join('、') || '无须再抽'}
                  {held.length > 0 && <span className="quiet">（已有：{held.map((p) => p.code).join('、')}）</span>}
                </li>
              );
            })}
          </ul>
        </section>
        <section>
          <h3>候选专家（抽取后的份数）</h3>
          <ul>
            {d.candidates.map((c) => (
              <li key={c.code}>
                {c.code} {c.name}：{c.load} 份
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>回避清单</h3>
          <ul>
            {d.conflicts.map((c) => (
              <li key={c.code + c.no}>
                {c.code} × {c.no} <Tag tone="bad">{groundWords[c.ground]}</Tag>{' '}
                {c.detail !== groundWords[c.ground] && c.detail}
              </li>
            ))}
            {d.conflicts.length === 0 && <li>没有须回避的</li>}
          </ul>
        </section>
      </div>
      <details>
        <summary>如何复算</summary>
        <p className="quiet">{d.replay}</p>
      </details>
      {d.state === 'PROPOSED' && can(me, 'draw:publish') && <Decide draw={d} batchId={batchId} />}
    </>
  );
}

function Decide({ draw, batchId }: Props) {
  const acts = useDeskActs(batchId);
  const [reason, setReason] = useState('');
  const {
    busy,
    error,
    send: go,
  } = useSending(async (action: 'publish' | 'discard') => {
    await acts.decide(draw, action, action === 'discard' ? reason : '');
  });
  return (
    <div className={styles.decide}>
      <RefusalNote error={error} />
      <Space wrap>
        <Input
          aria-label="作废的理由"
          placeholder="作废的理由"
          style={{ width: 240 }}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
        <Button disabled={busy || reason.trim() === ''} onClick={() => go('discard')}>
          作废
        </Button>
        <SureButton
          type="primary"
          loading={busy}
          question="发布后即分派专家，本批评分表和汇总口径随之固定，不能撤回。"
          go="发布"
          back="再看看"
          onGo={() => go('publish')}
        >
          发布并分派
        </SureButton>
      </Space>
    </div>
  );
}
