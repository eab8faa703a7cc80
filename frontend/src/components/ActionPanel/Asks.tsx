import { Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Action, Shape } from '@/api/types';
import styles from './ActionPanel.module.css';
import { type Filled, fieldsOf, wordsOf } from './filled';
import { ReturnItems } from './ReturnItems';

const grounds = [
  { value: 'OTHER_RECOMMENDED' as const, label: '同市已推荐他件' },
  { value: 'UNQUALIFIED' as const, label: '审核不合格' },
];

const rejectGrounds = [
  { value: 'BELOW_LINE' as const, label: '低于合格线' },
  { value: 'BEYOND_PLACES' as const, label: '超出立项数' },
  { value: 'VETOED' as const, label: '一票否决成立' },
  { value: 'OBJECTION' as const, label: '异议成立' },
];

interface Props {
  action: Action;
  filled: Filled;
  document: Shape<'ProposalDocument'> | undefined;
  onChange: (to: Partial<Filled>) => void;
}

/** The fields a step asks for, each with its label; which ones is the server's word. */
export function Asks({ action, filled, document, onChange }: Props) {
  return (
    <>
      {fieldsOf(action).map((f) => (
        <Ask key={f.name} name={f.name} required={f.required} filled={filled} document={document} onChange={onChange} />
      ))}
    </>
  );
}

interface AskProps extends Omit<Props, 'action'> {
  name: string;
  required: boolean;
}

function Ask({ name, required, filled, document, onChange }: AskProps) {
  const id = useId();
  switch (name) {
    case 'items':
      return <ReturnItems items={filled.items ?? []} document={document} onChange={(items) => onChange({ items })} />;
    case 'ground':
      return (
        <Labelled id={id} name={name} required={required}>
          <Select id={id} value={filled.ground} options={grounds} onChange={(ground) => onChange({ ground })} />
        </Labelled>
      );
    case 'rejectGround':
      return (
        <Labelled id={id} name={name} required={required}>
          <Select
            id={id}
            value={filled.rejectGround}
            options={rejectGrounds}
            onChange={(rejectGround) => onChange({ rejectGround })}
          />
        </Labelled>
      );
    case 'rank':
      return (
        <Labelled id={id} name={name} required={required} hint="从 1 起">
          <InputNumber
            id={id}
            min={1}
            max={99}
            precision={0}
            value={filled.rank}
            onChange={(rank) => onChange({ rank: rank ?? undefined })}
          />
        </Labelled>
      );
    case 'minutesDocNo':
    case 'cityDocNo':
    case 'awardDocNo':
      return (
        <Labelled id={id} name={name} required={required}>
          <Input
            id={id}
            maxLength={200}
            value={filled[name] ?? ''}
            onChange={(e) => onChange({ [name]: e.target.value })}
          />
        </Labelled>
      );
    case 'yellowRiverReason':
    case 'clause':
    case 'facts':
    case 'vetoRuling':
      return (
        <Labelled
          id={id}
          name={name}
          required={required}
          hint={name === 'yellowRiverReason' ? '本市另有沿黄县合格申报而推荐的不是沿黄县时必填' : undefined}
        >
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={filled[name] ?? ''}
            onChange={(e) => onChange({ [name]: e.target.value })}
          />
        </Labelled>
      );
    default:
      return null;
  }
}

interface LabelledProps {
  id: string;
  name: string;
  required: boolean;
  hint?: string | undefined;
  children: ReactNode;
}

function Labelled({ id, name, required, hint, children }: LabelledProps) {
  return (
    <div className={styles.ask}>
      <label htmlFor={id}>
        {wordsOf(name)}
        {required ? '（必填）' : '（需要时填）'}
      </label>
      {children}
      {hint && <span className="quiet">{hint}</span>}
    </div>
  );
}
