import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Dialog } from './Dialog';
import { RefusalNote } from './RefusalNote';
import { useSending } from './useSending';

interface Props {
  title: string;
  /** What the act does, before it is done. */
  effect: ReactNode;
  /** What the reason is called. */
  label: string;
  /** Whether it may stay empty. */
  optional?: boolean;
  placeholder?: string;
  maxLength?: number;
  go: string;
  danger?: boolean;
  /** What the way back is called. */
  back?: string;
  onSend: (reason: string) => Promise<void>;
  onClose: () => void;
  /** After it is done; closes by itself where none is given. */
  onDone?: () => void;
}

/** An act that wants a reason: what it does, the reason for the record, one button to do it. */
export function ReasonDialog(props: Props) {
  const { title, effect, label, optional, placeholder, maxLength = 2000, go, danger, back = '取消' } = props;
  const { onSend, onClose, onDone = onClose } = props;
  const id = useId();
  const [reason, setReason] = useState('');
  const { busy, error, send } = useSending(async () => {
    await onSend(reason.trim());
    onDone();
  });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{back}</Button>
          <Button
            type="primary"
            danger={danger}
            loading={busy}
            disabled={!optional && reason.trim() === ''}
            onClick={send}
          >
            {go}
          </Button>
        </>
      }
    >
      {effect}
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={maxLength}
        placeholder={placeholder}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
      <RefusalNote error={error} />
    </Dialog>
  );
}
