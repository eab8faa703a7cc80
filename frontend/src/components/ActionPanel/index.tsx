import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { isRefusal } from '@/api/problem';
import type { Asked, Outcome } from '@/api/steps';
import type { Action, Shape } from '@/api/types';
import { later } from '../later';
import { Panel } from '../Panel';
import { RefusalNote } from '../RefusalNote';
import styles from './ActionPanel.module.css';
import { useAttempt } from './attempt';
import { type Filled, missing, sent } from './filled';

// Who has nothing to do here need not fetch the fields.
const ActForm = later(() => import('./ActForm').then((m) => m.ActForm));

interface Props {
  actions: Action[];
  /** Sends the step; the key makes sending the same again harmless. */
  send: (asked: Asked, key: string) => Promise<Pick<Outcome, 'done' | 'waiting'> | undefined>;
  /** Reads the object anew after somebody else changed it. What was typed stays. */
  onReload: () => void;
  /** Names rows and fields for a 退回单. */
  document?: Shape<'ProposalDocument'>;
  /** Jumps to a place a refusal names. */
  onGo?: (pointer: string) => void;
  /** Said instead of the usual consequence of an action. */
  consequence?: (action: string) => string | undefined;
  onDone?: (action: Action) => void;
  /** What another page has filled in already; it can still be changed. */
  begun?: Filled;
  children?: ReactNode;
}

/** What the caller may do, from the server's own list: choose, fill in, look once more at what it does, act. Nothing opens over anything. */
export function ActionPanel(props: Props) {
  const { actions, send, onReload, document, onGo, consequence, onDone, begun, children } = props;
  const [chosen, choose] = useState<string>();
  const [filled, fill] = useState<Filled>(begun ?? {});
  const [looking, look] = useState(false);
  const [gaps, setGaps] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState('');
  const attempt = useAttempt();
  const action = actions.find((a) => a.action === chosen) ?? (actions.length === 1 ? actions[0] : undefined);

  const words = filled.opinion ?? '';
  if (actions.length === 0 && done === '' && !error && words === '') return null;

  function next(of: Action) {
    const found = missing(of, filled);
    setGaps(found);
    setError(null);
    if (found.length === 0) look(true);
  }

  async function go(of: Action) {
    const asked = sent(of, filled);
    setBusy(true);
    setError(null);
    try {
      const outcome = await send(asked, attempt(asked));
      setDone(
        outcome && !outcome.done
          ? `已签署“${of.label}”，等待${outcome.waiting.map((w) => w.label).join('、')}会签。`
          : `已办理“${of.label}”。`,
      );
      fill({});
      choose(undefined);
      look(false);
      onDone?.(of);
    } catch (e) {
      setError(e);
      look(false);
    } finally {
      setBusy(false);
    }
  }

  function reload() {
    setError(null);
    onReload();
  }

  const stale = isRefusal(error) && (error.status === 412 || error.status === 428);
  return (
    <Panel title="办理">
      <div role="status">{done !== '' && <Alert type="success" showIcon title={done} />}</div>
      {children}
      {actions.length > 1 && (
        <fieldset className={styles.choices} style={{ border: 0, padding: 0, margin: '0 0 16px' }}>
          <legend className="spoken">办理事项</legend>
          {actions.map((a) => (
            <Button
              key={a.action}
              type={a.action === action?.action ? 'primary' : 'default'}
              aria-pressed={a.action === action?.action}
              disabled={busy}
              onClick={() => {
                choose(a.action);
                look(false);
                setGaps([]);
                setError(null);
                setDone('');
              }}
            >
              {a.label}
              {a.blockedBy.length > 0 && '（暂不能办）'}
            </Button>
          ))}
        </fieldset>
      )}
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title="您打开之后，本件已被他人改动，没有办成。"
          description="请重新读取最新内容再办理；已填写的意见仍在本页。"
          action={<Button onClick={reload}>重新读取</Button>}
        />
      ) : (
        <>
          <RefusalNote error={error} onGo={onGo} />
          {/* Somebody else may have settled it: read anew here, for reading the whole page anew would lose what is typed. */}
          {isRefusal(error) && error.status === 409 && (
            <p className={styles.again}>
              <Button onClick={reload}>重新读取</Button> 已填写的意见仍在本页。
            </p>
          )}
        </>
      )}
      {actions.length === 0 && words !== '' && (
        <Alert
          type="info"
          showIcon
          title="本件现在没有您可以办理的事项。您填写的意见没有发出，在此备查："
          description={words}
        />
      )}
      {action && (
        <ActForm
          action={action}
          filled={filled}
          document={document}
          gaps={gaps}
          looking={looking}
          busy={busy}
          consequence={consequence?.(action.action)}
          onChange={(to) => fill({ ...filled, ...to })}
          onNext={() => next(action)}
          onBack={() => look(false)}
          onGo={() => go(action)}
        />
      )}
    </Panel>
  );
}
