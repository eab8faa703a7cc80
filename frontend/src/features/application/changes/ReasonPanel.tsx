import { Input } from 'antd';
import { useId } from 'react';
import { Panel } from '@/components/Panel';
import styles from './Changes.module.css';

/** Why the plan is to be changed. */
export function ReasonPanel({ value, onChange }: { value: string; onChange: (to: string) => void }) {
  const id = useId();
  return (
    <Panel title="一、变更理由">
      <div className={styles.ask}>
        <label htmlFor={id}>为什么变更（必填）</label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          showCount
          value={value}
          onChange={(e) => onChange(e.target.value)}
        />
      </div>
    </Panel>
  );
}
