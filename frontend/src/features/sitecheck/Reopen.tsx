import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import type { Check } from './draft';
import { useSiteActs } from './queries';

/** Gives a handed-in sheet back to its inspectors; what it said stays on record. */
export function Reopen({ check }: { check: Check }) {
  const acts = useSiteActs(check.applicationId);
  const id = useId();
  const [reason, setReason] = useState('');
  const {
    busy,
    error,
    send: go,
  } = useSending(async () => {
    await acts.act(check.version, 'reopen', reason);
  });
  return (
    <Panel title="退回更正">
      <label htmlFor={id}>理由（必填）。退回后由核查人员更正再提交，原来的内容留存备查。</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
      <RefusalNote error={error} />
      <Button style={{ marginTop: 8 }} loading={busy} disabled={reason.trim() === ''} onClick={go}>
        退回更正
      </Button>
    </Panel>
  );
}
