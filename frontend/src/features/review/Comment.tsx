import { Input } from 'antd';
import { useId } from 'react';
import styles from './Desk.module.css';
import { longest, type Sheet } from './rubric';

interface Props {
  text: string;
  open: boolean;
  change: (to: (before: Sheet) => Sheet) => void;
}

export function Comment({ text, open, change }: Props) {
  const id = useId();
  return (
    <section className={styles.dimension}>
      <label htmlFor={id}>
        <b>总体意见</b>（可不填）
      </label>
      <Input.TextArea
        id={id}
        readOnly={!open}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={longest}
        value={text}
        onChange={(e) => change((s) => ({ ...s, comment: e.target.value }))}
      />
    </section>
  );
}
