import { Input, InputNumber } from 'antd';
import { type KeyboardEvent, memo } from 'react';
import { type DraftLine, type Line, oddity } from './draft';
import styles from './Monthly.module.css';
import { Spent } from './ReportTable';

interface Props {
  line: Line;
  draft: DraftLine;
  onLine: (project: string, to: Partial<DraftLine>) => void;
}

/** The cells of one project that the county writes; Enter goes to the next project's percentage. A row not written in is not drawn again. */
export const LineInputs = memo(function LineInputs({ line: l, draft, onLine }: Props) {
  const onChange = (to: Partial<DraftLine>) => onLine(l.project, to);
  const odd = oddity(draft.percent, l.before?.percent);
  return (
    <>
      <td className={styles.percent}>
        <InputNumber<number>
          aria-label={`${l.project} 形象进度（%）`}
          data-monthly-percent
          precision={0}
          value={draft.percent}
          status={odd === 'bounds' ? 'error' : ''}
          style={{ width: 80 }}
          onChange={(percent) => onChange({ percent })}
          onKeyDown={downwards}
        />
        {odd === 'bounds' && <div>应为 0 至 100</div>}
        {odd === 'back' && <div className="quiet">比上次低，请核对</div>}
      </td>
      <Words
        label={`${l.project} 进展情况`}
        most={200}
        value={draft.progress}
        onChange={(progress) => onChange({ progress })}
      />
      <Spent line={l} />
      <Words
        label={`${l.project} 存在问题`}
        most={500}
        value={draft.problem}
        onChange={(problem) => onChange({ problem })}
      />
    </>
  );
});

interface WordsProps {
  label: string;
  most: number;
  value: string;
  onChange: (to: string) => void;
}

/** A cell of words: a field that grows on the screen, its text on paper. */
function Words({ label, most, value, onChange }: WordsProps) {
  return (
    <td className={styles.words}>
      <Input.TextArea
        aria-label={label}
        className="screen-only"
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={most}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
      <span className="print-only">{value}</span>
    </td>
  );
}

/** Moves on to the percentage below, as in a spreadsheet. */
function downwards(e: KeyboardEvent<HTMLInputElement>) {
  if (e.key !== 'Enter') return;
  e.preventDefault();
  const all = [
    ...document.querySelectorAll<HTMLInputElement>('[data-monthly-percent] input, input[data-monthly-percent]'),
  ];
  all[all.indexOf(e.currentTarget) + 1]?.select();
}
