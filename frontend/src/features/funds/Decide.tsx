import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Shape } from '@/api/types';
import { RefusalNote } from '@/components/RefusalNote';
import styles from './Funds.module.css';
import { useDecide } from './queries';

/** The second pair of eyes: confirm, or reject and say why. What the server does not offer is not shown. */
export function Decide({ entry }: { entry: Shape<'FundEntrySeen'> }) {
  const decide = useDecide(entry.id);
  const [reason, setReason] = useState('');
  const id = useId();
  const offers = (action: string) => entry.actions.some((a) => a.action === action);
  if (!offers('confirm') && !offers('reject')) return null;
  return (
    <div className="screen-only" style={{ marginTop: 16 }}>
      <RefusalNote error={decide.error} />
      <label htmlFor={id}>复核意见{offers('confirm') ? '（驳回时必填）' : '（撤回自己登记的，请写明原因）'}</label>
      <Input.TextArea id={id} rows={2} maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} />
      <div className={styles.acts}>
        <span className="quiet">确认后即生效，更正只能冲正；驳回后所占额度退还。</span>
        <Button
          danger
          loading={decide.isPending}
          disabled={reason.trim() === ''}
          onClick={() => decide.mutate({ action: 'reject', reason })}
        >
          {offers('confirm') ? '驳回' : '撤回'}
        </Button>
        {offers('confirm') && (
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() => decide.mutate({ action: 'confirm', reason })}
          >
            复核确认
          </Button>
        )}
      </div>
    </div>
  );
}
