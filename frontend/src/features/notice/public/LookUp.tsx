import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { Panel } from '@/components/Panel';
import styles from './Public.module.css';

/** By the receipt number to where an objection stands. */
export function LookUp() {
  const [no, setNo] = useState('');
  const navigate = useNavigate();
  const id = useId();
  return (
    <Panel title="查询异议办理情况">
      <form
        className={`${styles.lookUp} screen-only`}
        onSubmit={(e) => {
          e.preventDefault();
          if (no.trim()) navigate(`/public/receipts/${encodeURIComponent(no.trim())}`);
        }}
      >
        <label htmlFor={id}>回执号</label>
        <Input
          id={id}
          value={no}
          maxLength={64}
          placeholder="YY20230201-XXXXXXXX"
          onChange={(e) => setNo(e.target.value)}
          style={{ width: 280 }}
        />
        <Button htmlType="submit" disabled={no.trim() === ''}>
          查询
        </Button>
        <span className="quiet">提出异议时给出的回执号；办理情况和答复只对持回执号的人公开。</span>
      </form>
    </Panel>
  );
}
