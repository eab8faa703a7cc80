import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import type { Shape } from '@/api/types';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { RefusalNote } from '@/components/RefusalNote';
import { useAnswer } from '../queries';
import { LookOnce } from './LookOnce';
import styles from './Office.module.css';

/** The decision on one objection, taken once: filled in, looked at once more, sent. */
export function AnswerForm({ objection }: { objection: Shape<'Objection'> }) {
  const [upheld, uphold] = useState<boolean>();
  const [text, setText] = useState('');
  const [looking, look] = useState(false);
  const answer = useAnswer(objection);
  const attempt = useAttempt();
  const id = useId();
  const ready = upheld !== undefined && text.trim() !== '';

  async function send() {
    if (upheld === undefined) return;
    const given = { upheld, answer: text.trim() };
    await answer.mutateAsync({ ...given, key: attempt(given) }).catch(() => undefined);
    look(false);
  }

  if (looking)
    return (
      <LookOnce what="答复异议" busy={answer.isPending} onBack={() => look(false)} onGo={send}>
        <p>
          <strong>异议{upheld ? '成立' : '不成立'}。</strong>
        </p>
        <p className={styles.said}>{text.trim()}</p>
        <p>答复公开给提出人，只能答复一次，不能再改。{upheld && '成立的，请到该申报页办理退回评审或不予立项。'}</p>
      </LookOnce>
    );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (ready) look(true);
      }}
    >
      <RefusalNote error={answer.error} />
      <fieldset className={styles.choice}>
        <legend>核查结论</legend>
        <Radio.Group
          value={upheld}
          onChange={(e) => uphold(e.target.value === true)}
          options={[
            { value: false, label: '异议不成立' },
            { value: true, label: '异议成立' },
          ]}
        />
      </fieldset>
      <div className={styles.field}>
        <label htmlFor={id}>核查情况和结论（公开给提出人）</label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={2000}
          showCount
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit" disabled={!ready}>
        核对答复
      </Button>
    </form>
  );
}
