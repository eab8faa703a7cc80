import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { RefusalNote } from '@/components/RefusalNote';

interface Props {
  title: string;
  /** What it does, before it is done. */
  effects: string[];
  go: string;
  danger: boolean;
  onSend: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** An act upon an account, with what it does and the reason that goes on record. */
export function Confirm({ title, effects, go, danger, onSend, onClose }: Props) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function send() {
    setBusy(true);
    setError(null);
    try {
      await onSend(reason.trim());
      onClose();
    } catch (e) {
      setError(e);
      setBusy(false);
    }
  }
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={[
        <Button key="back" onClick={onClose}>
          取消
        </Button>,
        <Button key="go" type="primary" danger={danger} loading={busy} onClick={send}>
          {go}
        </Button>,
      ]}
    >
      <ul style={{ paddingLeft: 24, marginBottom: 16 }}>
        {effects.map((e) => (
          <li key={e}>{e}</li>
        ))}
      </ul>
      <label htmlFor={id}>事由（记入审计流水）</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
      <RefusalNote error={error} />
    </Modal>
  );
}
