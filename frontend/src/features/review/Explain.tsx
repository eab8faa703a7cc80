import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { RefusalNote } from '@/components/RefusalNote';
import type { Detail } from './detail';
import { useReviewAct } from './queries';

/** A total far from the others' asks for a written answer; the others' figures are not shown and the score stays. */
export function Explain({ review }: { review: Detail }) {
  const act = useReviewAct();
  const id = useId();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!review.flagged) return null;
  if (review.explanation)
    return (
      <Alert type="info" showIcon title={`您已就评分差异书面说明：${review.explanation}`} style={{ marginBottom: 8 }} />
    );
  async function send() {
    setBusy(true);
    setError(null);
    try {
      await act(review, { action: 'explain', text });
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 8 }}
      title="您的总分与其他专家的均分相差较大，请书面说明理由。分数不因说明而改变。"
      description={
        <>
          <label htmlFor={id}>书面说明（必填）</label>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
          <RefusalNote error={error} />
          <Button type="primary" style={{ marginTop: 8 }} loading={busy} disabled={text.trim() === ''} onClick={send}>
            提交说明
          </Button>
        </>
      }
    />
  );
}
