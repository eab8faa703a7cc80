import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '@/api/problem';
import { serverNow } from '@/api/session';
import type { Shape } from '@/api/types';
import { RefusalNote } from '@/components/RefusalNote';
import { closing } from '../labels';
import { opening } from '../period';
import { type Move, useMove } from '../queries';
import { LookOnce } from './LookOnce';
import styles from './Office.module.css';

const isMove = (action: string): action is Move => action === 'open' || action === 'close';

/** The acts the server offers on a notice; what cannot be taken back is said before it is done. */
export function NoticeActs({ notice, onReload }: { notice: Shape<'Notice'>; onReload: () => void }) {
  const move = useMove(notice);
  const navigate = useNavigate();
  const [chosen, choose] = useState<Move>();
  const named = notice.actions.find((a) => a.action === chosen);
  const stale = isRefusal(move.error) && move.error.status === 412;

  async function go(action: Move) {
    await move.mutateAsync(action).catch(() => undefined);
    choose(undefined);
  }

  if (notice.actions.length === 0 && !move.error) return null;
  return (
    <>
      <RefusalNote
        error={move.error}
        onRetry={
          stale
            ? () => {
                move.reset();
                onReload();
              }
            : undefined
        }
      />
      <div className={styles.acts}>
        {notice.actions.map(({ action, label }) => (
          <Button
            key={action}
            type={isMove(action) ? 'primary' : 'default'}
            disabled={chosen !== undefined}
            onClick={() => (isMove(action) ? choose(action) : navigate(`/notices/${notice.id}/edit`))}
          >
            {label}
          </Button>
        ))}
      </div>
      {chosen && named && (
        <LookOnce
          what={named.label}
          backLabel="暂不办理"
          busy={move.isPending}
          onBack={() => choose(undefined)}
          onGo={() => go(chosen)}
        >
          <p>{chosen === 'open' ? opening(serverNow(), notice.endsIfOpened ?? '', notice.entries.length) : closing}</p>
          <p>此步不能撤回。</p>
        </LookOnce>
      )}
    </>
  );
}
