import { Button, DatePicker, Descriptions, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '@/api/client';
import { serverNow } from '@/api/session';
import type { Shape } from '@/api/types';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { showWan } from '@/lib/money';
import styles from './Funds.module.css';
import { useEnter } from './queries';
import { VoucherPicker } from './VoucherPicker';

/** Undoing an entry whole: by which paper, and why. */
export function ReverseForm({ entry }: { entry: Shape<'FundEntrySeen'> }) {
  const [date, setDate] = useState(() => dayjs(serverNow()).format('YYYY-MM-DD'));
  const [docNo, setDocNo] = useState('');
  const [reason, setReason] = useState('');
  const [vouchers, setVouchers] = useState<string[]>([]);
  const key = useRef(newKey());
  const enter = useEnter();
  const navigate = useNavigate();
  const id = useId();

  async function send() {
    const body = {
      application: entry.applicationId,
      key: key.current,
      kind: 'REVERSE' as const,
      reverses: entry.id,
      date,
      docNo,
      reason,
      vouchers,
    };
    const made = await enter.mutateAsync(body).catch(() => undefined);
    if (made) navigate(`/funds/entries/${made.id}`, { replace: true });
    // What is sent again after a change is another entry.
    else key.current = newKey();
  }

  return (
    <Panel title={`冲正第 ${entry.no} 笔`}>
      <Descriptions column={2} bordered size="small">
        <Descriptions.Item label="原分录">
          {entry.kindLabel} {showWan(entry.amount)} 万元
        </Descriptions.Item>
        <Descriptions.Item label="条目">{entry.lineLabel}</Descriptions.Item>
        <Descriptions.Item label="文号、凭证号">{entry.docNo}</Descriptions.Item>
        <Descriptions.Item label="业务日期">{entry.date}</Descriptions.Item>
      </Descriptions>
      <div className={styles.form} style={{ marginTop: 16 }}>
        <div>
          <label htmlFor={`${id}date`}>冲正日期</label>
          <DatePicker
            id={`${id}date`}
            style={{ width: '100%' }}
            value={dayjs(date)}
            onChange={(d) => d && setDate(d.format('YYYY-MM-DD'))}
          />
        </div>
        <div>
          <label htmlFor={`${id}doc`}>文号、凭证号</label>
          <Input id={`${id}doc`} maxLength={200} value={docNo} onChange={(e) => setDocNo(e.target.value)} />
        </div>
        <div className={styles.whole}>
          <label htmlFor={`${id}why`}>为什么冲正</label>
          <Input.TextArea
            id={`${id}why`}
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        </div>
      </div>
      <h3 style={{ marginBlock: 16 }}>凭证</h3>
      <VoucherPicker application={entry.applicationId} chosen={vouchers} onChoose={setVouchers} />
      <RefusalNote error={enter.error} />
      <div className={styles.acts}>
        <span className="quiet">原分录和冲正都留在台账里；冲正本身不能再冲正。</span>
        <Button
          type="primary"
          loading={enter.isPending}
          disabled={docNo.trim() === '' || reason.trim() === ''}
          onClick={send}
        >
          整笔冲正
        </Button>
      </div>
    </Panel>
  );
}
