import { Alert, Button, Input, Space } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { StateTag } from '@/components/StateTag';
import { Tag } from '@/components/Tag';
import { useLock } from './queries';
import styles from './Ranking.module.css';

interface Props {
  batchId: string;
  desk: Shape<'RankingDesk'>;
  onReload: () => void;
}

/** How far the batch is from its ranking, and the lock where the server offers it. */
export function LockPanel({ batchId, desk, onReload }: Props) {
  const { pending, reviewed, actions } = desk;
  const lock = actions.find((a) => a.action === 'lock');
  if (pending.length === 0 && !lock) return null;
  return (
    <Panel title="评审进度与锁定">
      <p className={styles.note}>
        <Tag tone={pending.length === 0 ? 'good' : 'near'}>
          评审完成 {reviewed} 件，还没有评完 {pending.length} 件
        </Tag>
      </p>
      {pending.length > 0 && (
        <ul className={styles.pending}>
          {pending.map((p) => (
            <li key={p.id}>
              <Link to={`/applications/${p.id}`} className={styles.link}>
                {p.no}
              </Link>{' '}
              {p.city.name}
              {p.county.name} {p.title} <StateTag state={p.state} label={p.stateLabel} />
            </li>
          ))}
        </ul>
      )}
      {lock && <Lock batchId={batchId} desk={desk} action={lock} onReload={onReload} />}
    </Panel>
  );
}

function Lock({ batchId, desk, action, onReload }: Props & { action: Shape<'Action'> }) {
  const lock = useLock(batchId);
  const attempt = useAttempt();
  const id = useId();
  const [seed, setSeed] = useState('');
  const [looking, look] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const blocked = action.blockedBy.length > 0;

  async function go() {
    const asked = { version: desk.version, seed: seed.trim() };
    setBusy(true);
    setError(null);
    try {
      await lock(asked.version, asked.seed, attempt(asked));
      setSeed('');
    } catch (e) {
      setError(e);
      onReload();
    } finally {
      look(false);
      setBusy(false);
    }
  }

  return (
    <div className="screen-only">
      <RefusalNote error={error} />
      {blocked ? (
        <Alert
          type="info"
          showIcon
          title={`现在不能${action.label}`}
          description={
            <ul className={styles.plain}>
              {action.blockedBy.map((b) => (
                <li key={b.message}>{b.message}</li>
              ))}
            </ul>
          }
        />
      ) : (
        <Space wrap>
          <label htmlFor={id}>抽签的种子（可不填）</label>
          <Input
            id={id}
            style={{ width: 320 }}
            maxLength={200}
            disabled={looking}
            placeholder="各项都相同时以此抽签；不填由系统生成"
            value={seed}
            onChange={(e) => setSeed(e.target.value)}
          />
          {!looking && (
            <Button type={desk.locked > 0 ? 'default' : 'primary'} onClick={() => look(true)}>
              {action.label}
            </Button>
          )}
        </Space>
      )}
      {looking && !blocked && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 16 }}
          title={
            desk.locked > 0
              ? `将产生本批第 ${desk.locked + 1} 次排名，取代现行排名；前一次留存备查，不能恢复。`
              : `将把 ${desk.reviewed} 件的原始分、均分、综合分和名次连同摘要一并留存，不能撤销。`
          }
          description="拟立项、不予立项都以锁定的排名为准。"
          action={
            <Space>
              <Button onClick={() => look(false)}>暂不办理</Button>
              <Button type="primary" loading={busy} onClick={go}>
                {action.label}
              </Button>
            </Space>
          }
        />
      )}
    </div>
  );
}
