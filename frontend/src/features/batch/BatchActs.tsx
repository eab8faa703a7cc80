import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import type { Batch } from '@/api/types';
import { RefusalNote } from '@/components/RefusalNote';
import { consequences } from './labels';
import { type Move, useMove } from './queries';

const isMove = (action: string): action is Move => action in consequences;

/** The steps the server offers on the batch, each with what follows from it before it is taken. */
export function BatchActs({ batch }: { batch: Batch }) {
  const move = useMove(batch);
  const [chosen, choose] = useState<Move | null>(null);
  const offered = batch.actions.filter((a) => isMove(a.action));
  if (offered.length === 0) return null;
  return (
    <div className="screen-only" style={{ marginTop: 16 }}>
      <RefusalNote error={move.error} />
      <Space style={{ display: 'flex', justifyContent: 'flex-end' }}>
        {offered.map((a, i) => (
          <Button
            key={a.action}
            type={i === offered.length - 1 && chosen === null ? 'primary' : 'default'}
            disabled={chosen !== null}
            onClick={() => isMove(a.action) && choose(a.action)}
          >
            {a.label}
          </Button>
        ))}
      </Space>
      {chosen && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 8 }}
          title={consequences[chosen]}
          description="此步不能撤回。"
          action={
            <Space>
              <Button onClick={() => choose(null)}>暂不办理</Button>
              <Button
                type="primary"
                loading={move.isPending}
                onClick={async () => {
                  await move.mutateAsync(chosen).catch(() => undefined);
                  choose(null);
                }}
              >
                {offered.find((a) => a.action === chosen)?.label}
              </Button>
            </Space>
          }
        />
      )}
    </div>
  );
}
