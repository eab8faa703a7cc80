import { Alert, Button, Input } from 'antd';
import { useId } from 'react';
import type { Action, Shape } from '@/api/types';
import styles from './ActionPanel.module.css';
import { Asks } from './Asks';
import { consequenceOf } from './consequences';
import type { Filled } from './filled';
import { Review } from './Review';
import { Signers } from './Signers';

interface Props {
  action: Action;
  filled: Filled;
  document: Shape<'ProposalDocument'> | undefined;
  /** What is still missing, in words. */
  gaps: string[];
  /** Whether all is filled in and waits for the last look. */
  looking: boolean;
  busy: boolean;
  consequence: string | undefined;
  onChange: (to: Partial<Filled>) => void;
  onNext: () => void;
  onBack: () => void;
  onGo: () => void;
}

/** What an action asks for, and the last look before it is done. */
export function ActForm(props: Props) {
  const { action, filled, document, gaps, looking, busy, consequence, onChange, onNext, onBack, onGo } = props;
  const opinion = useId();
  if (looking)
    return (
      <Review
        action={action}
        filled={filled}
        consequence={consequence ?? consequenceOf(action.action)}
        busy={busy}
        onBack={onBack}
        onGo={onGo}
      />
    );
  return (
    <form
      className={styles.form}
      onSubmit={(e) => {
        e.preventDefault();
        onNext();
      }}
    >
      <Signers signers={action.signers} />
      {action.blockedBy.length > 0 && <Blocks action={action} />}
      <Asks action={action} filled={filled} document={document} onChange={onChange} />
      <div className={styles.ask}>
        <label htmlFor={opinion}>办理意见{action.needsOpinion ? '（必填）' : '（可不填）'}</label>
        <Input.TextArea
          id={opinion}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={2000}
          showCount
          value={filled.opinion ?? ''}
          onChange={(e) => onChange({ opinion: e.target.value })}
        />
      </div>
      {gaps.length > 0 && <Alert type="error" showIcon role="alert" title="还不能办理" description={gaps.join('；')} />}
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" disabled={action.blockedBy.length > 0}>
          核对并{action.label}
        </Button>
      </div>
    </form>
  );
}

function Blocks({ action }: { action: Action }) {
  return (
    <Alert
      type="warning"
      showIcon
      title={`现在不能办理“${action.label}”`}
      description={
        <ul className={styles.blocks}>
          {action.blockedBy.map((b) => (
            <li key={`${b.rule}${b.message}`}>
              {b.rule !== '' && <strong>{b.rule} </strong>}
              {b.message}
            </li>
          ))}
        </ul>
      }
    />
  );
}
