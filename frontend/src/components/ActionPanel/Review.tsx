import { Button, Descriptions } from 'antd';
import { useEffect, useRef } from 'react';
import type { Action } from '@/api/types';
import { word } from '@/lib/words';
import { LookOver } from '../LookOver';
import { fieldWord } from '../proposal/fields';
import styles from './ActionPanel.module.css';
import { type Filled, fieldsOf, wordsOf } from './filled';

interface Props {
  action: Action;
  filled: Filled;
  consequence: string;
  busy: boolean;
  onBack: () => void;
  onGo: () => void;
}

const choices: Record<string, string> = {
  OTHER_RECOMMENDED: '同市已推荐他件',
  UNQUALIFIED: '审核不合格',
  BELOW_LINE: '低于合格线',
  BEYOND_PLACES: '超出立项数',
  VETOED: '一票否决成立',
  OBJECTION: '异议成立',
};

/** The last look: what will be sent, and what it does, in words, on the same sheet. */
export function Review({ action, filled, consequence, busy, onBack, onGo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <LookOver ref={box} tabIndex={-1} aria-label={`核对：${action.label}`}>
      <h3>
        即将以{action.roleLabel}办理“{action.label}”
      </h3>
      <p>{consequence}</p>
      <Descriptions column={1} size="small">
        {fieldsOf(action).map((f) => (
          <Descriptions.Item key={f.name} label={wordsOf(f.name)}>
            {shown(filled, f.name)}
          </Descriptions.Item>
        ))}
        <Descriptions.Item label="办理意见">{filled.opinion?.trim() || '（没有填写）'}</Descriptions.Item>
      </Descriptions>
      <div className={styles.acts}>
        <Button onClick={onBack} disabled={busy}>
          返回修改
        </Button>
        <Button
          type="primary"
          danger={['disqualify', 'withdraw', 'reject', 'decline'].includes(action.action)}
          loading={busy}
          onClick={onGo}
        >
          确认{action.label}
        </Button>
      </div>
    </LookOver>
  );
}

function shown(filled: Filled, name: string) {
  if (name === 'items')
    return (
      <ul className={styles.places}>
        {(filled.items ?? []).map((i) => (
          <li key={`${i.section}${i.row}${i.fields?.join()}${i.note}`}>
            {[
              word('section', i.section),
              i.row,
              i.fields && i.fields.length > 0 ? i.fields.map((f) => fieldWord(i.section, f)).join('、') : '',
              i.note,
            ]
              .filter((t) => t)
              .join('：')}
          </li>
        ))}
      </ul>
    );
  const value = Object.entries(filled).find(([k]) => k === name)?.[1];
  return typeof value === 'string' || typeof value === 'number'
    ? (choices[value] ?? String(value)) || '（没有填写）'
    : '（没有填写）';
}
