import { Input, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { type Points, readPoints, showPoints } from '@/lib/points';
import styles from './Desk.module.css';
import { type Item, wrongScore } from './rubric';

interface Props {
  ref: Ref<InputRef>;
  item: Item;
  step: number;
  score: Points | undefined;
  open: boolean;
  onGive: (p: Points | undefined) => void;
  /** 0 goes back to the item, -1 and 1 to its neighbours. */
  onLeave: (by: number) => void;
}

/** The figure itself. What may not stand is not taken, is said, and stays to be mended. */
export function ScoreInput({ ref, item, step, score, open, onGive, onLeave }: Props) {
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== '' ? wrongScore(item, readPoints(typed), step) : '';
  function type(text: string) {
    setTyped(text);
    const p = readPoints(text);
    if (text.trim() === '') onGive(undefined);
    else if (wrongScore(item, p, step) === '' && p !== null) onGive(p);
  }
  return (
    <>
      <Input
        ref={ref}
        className={styles.score}
        inputMode="decimal"
        readOnly={!open}
        aria-label={`${item.name}：分数，满分 ${item.max}`}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong !== ''}
        value={typed ?? (score === undefined ? '' : showPoints(score))}
        onChange={(e) => type(e.target.value)}
        onBlur={() => wrong === '' && setTyped(undefined)}
        onKeyDown={(e) => {
          const by = { ArrowUp: -1, ArrowDown: 1, Enter: 1, Escape: 0 }[e.key];
          if (by === undefined || e.nativeEvent.isComposing || e.ctrlKey) return;
          e.preventDefault();
          onLeave(by);
        }}
      />
      {wrong !== '' && (
        <span role="alert" className={styles.wrong}>
          {wrong}，没有记入
        </span>
      )}
    </>
  );
}
