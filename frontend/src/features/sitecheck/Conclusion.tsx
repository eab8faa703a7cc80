import { InputNumber, Radio } from 'antd';
import { useId } from 'react';
import type { ReviewSetup } from '@/api/pack';
import { Panel } from '@/components/Panel';
import { plainPoints, pointsOf } from '@/lib/points';
import styles from './Check.module.css';
import type { Draft } from './draft';
import { verdicts } from './labels';

interface Props {
  draft: Draft;
  setup: ReviewSetup | undefined;
  onChange: (to: Partial<Draft>) => void;
}

/** What the check comes to, and what it takes off, within the batch's bounds. */
export function Conclusion({ draft, setup, onChange }: Props) {
  const id = useId();
  return (
    <Panel title="核查结论">
      <Radio.Group
        aria-label="核查结论"
        className={styles.verdicts}
        options={verdicts}
        value={draft.verdict || undefined}
        onChange={(e) =>
          onChange({ verdict: e.target.value, deduction: e.target.value === 'ISSUES' ? draft.deduction : 0 })
        }
      />
      {draft.verdict === 'ISSUES' && (
        <div>
          <label htmlFor={id}>扣分　</label>
          <InputNumber
            id={id}
            min={setup?.minDeduction ?? 0}
            {...(setup ? { max: setup.maxDeduction, step: setup.deductionStep } : {})}
            value={draft.deduction === 0 ? null : plainPoints(draft.deduction)}
            onChange={(n) => onChange({ deduction: pointsOf(n ?? 0) })}
          />
          {setup && (
            <span className="quiet">
              {`　${setup.minDeduction} 至 ${setup.maxDeduction} 分，步长 ${setup.deductionStep}`}
            </span>
          )}
        </div>
      )}
    </Panel>
  );
}
