import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { RefusalNote } from '@/components/RefusalNote';
import { useReviewAct } from './queries';
import type { Task } from './tasks';

interface Props {
  task: Pick<Task, 'id' | 'version' | 'application'>;
  onClose: () => void;
  onDone: () => void;
}

/** 回避: the reason, and what follows from it. */
export function RecuseForm({ task, onClose, onDone }: Props) {
  const act = useReviewAct();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function go() {
    setBusy(true);
    setError(null);
    try {
      await act(task, { action: 'recuse', reason });
      onDone();
    } catch (e) {
      setError(e);
      setBusy(false);
    }
  }
  return (
    <Modal
      open
      title={`申请回避：${task.application.title}`}
      onCancel={onClose}
      footer={[
        <Button key="back" onClick={onClose}>
          不回避
        </Button>,
        <Button key="go" type="primary" danger loading={busy} disabled={reason.trim() === ''} onClick={go}>
          确认回避
        </Button>,
      ]}
    >
      <p>回避后不再看到这份申报的材料，已打的分不计入，由评审组织员补抽其他专家。本操作不能撤回。</p>
      <label htmlFor="recuse-reason">回避理由（必填）</label>
      <Input.TextArea
        id="recuse-reason"
        autoFocus
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={2000}
        placeholder="如：曾参与该县实施规划编制"
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
      <RefusalNote error={error} />
    </Modal>
  );
}
