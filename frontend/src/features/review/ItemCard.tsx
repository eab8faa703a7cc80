import { Input, type InputRef } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type KeyboardEvent, useId, useRef } from 'react';
import { type Points, pointsOf, showPoints } from '@/lib/points';
import styles from './Desk.module.css';
import type { Evidence } from './evidence';
import { gradeOf, grades, type Item, longest, type Sheet, stepped } from './rubric';
import { ScoreInput } from './ScoreInput';

interface Props {
  item: Item;
  step: Points;
  score: Points | undefined;
  reason: string;
  /** The pages its reason names. */
  quotes: Evidence[];
  earlier: Points | undefined;
  active: boolean;
  open: boolean;
  onActive: (code: string) => void;
  onMove: (by: number) => void;
  onProof: () => void;
  onEvidence: (to: Evidence) => void;
  change: (to: (before: Sheet) => Sheet) => void;
}

/** One item: its points and line, four quick grades, steps, the figure itself, and the reason where the score asks for one. All by key. */
export function ItemCard({
  item,
  step,
  score,
  reason,
  quotes,
  earlier,
  active,
  open,
  onActive,
  onMove,
  onProof,
  onEvidence,
  change,
}: Props) {
  const name = useId();
  const input = useRef<InputRef>(null);
  const text = useRef<TextAreaRef>(null);
  const group = useRef<HTMLDivElement>(null);
  const below = score !== undefined && score < pointsOf(item.anchor);
  const give = (p: Points | undefined) => change((s) => ({ ...s, scores: without(s.scores, item.code, p) }));
  const grade = (g: number) => give(gradeOf(item, g, step / 100));

  const acts = (writes: boolean) =>
    new Map<string, () => void>([
      ['ArrowUp', () => onMove(-1)],
      ['ArrowDown', () => onMove(1)],
      ['e', onProof],
      ...(writes ? marking : []),
    ]);
  const marking: [string, () => void][] = [
    ...grades.map((_, g): [string, () => void] => [String(g + 1), () => grade(g)]),
    ['ArrowLeft', () => give(stepped(item, score, -step))],
    ['ArrowRight', () => give(stepped(item, score, step))],
    ['Enter', () => input.current?.focus({ cursor: 'all' })],
    ['r', () => text.current?.focus()],
  ];

  function press(e: KeyboardEvent<HTMLDivElement>) {
    if (e.target !== e.currentTarget || e.ctrlKey || e.altKey || e.metaKey) return;
    const act = acts(open).get(e.key.length === 1 ? e.key.toLowerCase() : e.key);
    if (!act) return;
    e.preventDefault();
    act();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take the focus its keys need.
    <div
      ref={group}
      role="group"
      aria-labelledby={name}
      data-item={item.code}
      tabIndex={active ? 0 : -1}
      className={active ? `${styles.item} ${styles.active}` : styles.item}
      onFocus={() => onActive(item.code)}
      onKeyDown={press}
    >
      <p id={name} className={styles.name}>
        {item.code} {item.name}
        <span className={styles.says}>
          {' '}
          满分 {item.max}，低于 {item.anchor} 写理由
        </span>
      </p>
      {item.levels.length > 0 && <p className={styles.says}>参考分档：{item.levels.join('；')}</p>}
      <div className={styles.marks}>
        {grades.map((g, i) => {
          const worth = gradeOf(item, i, step / 100);
          return (
            <button
              key={g}
              type="button"
              tabIndex={-1}
              disabled={!open}
              aria-pressed={score === worth}
              aria-label={`${item.name}：${g}，${showPoints(worth)} 分`}
              className={styles.grade}
              onClick={() => grade(i)}
            >
              {g}
            </button>
          );
        })}
        <button
          type="button"
          tabIndex={-1}
          disabled={!open}
          className={styles.stepper}
          aria-label={`${item.name}：减 ${showPoints(step)}`}
          onClick={() => give(stepped(item, score, -step))}
        >
          −
        </button>
        <ScoreInput
          ref={input}
          item={item}
          step={step / 100}
          score={score}
          open={open}
          onGive={give}
          onLeave={(by) => (by === 0 ? group.current?.focus() : onMove(by))}
        />
        <button
          type="button"
          tabIndex={-1}
          disabled={!open}
          className={styles.stepper}
          aria-label={`${item.name}：加 ${showPoints(step)}`}
          onClick={() => give(stepped(item, score, step))}
        >
          +
        </button>
        {earlier !== undefined && <span className={styles.says}>原分 {showPoints(earlier)}</span>}
      </div>
      {(below || reason !== '') && (
        <Input.TextArea
          ref={text}
          className={styles.reason}
          readOnly={!open}
          aria-label={`${item.name}：理由${below ? '（必填）' : ''}`}
          placeholder={`低于 ${item.anchor} 分，请写明理由`}
          status={below && reason.trim() === '' ? 'warning' : ''}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={longest}
          value={reason}
          onChange={(e) => change((s) => ({ ...s, reasons: { ...s.reasons, [item.code]: e.target.value } }))}
          onKeyDown={(e) => e.key === 'Escape' && group.current?.focus()}
        />
      )}
      {quotes.length > 0 && (
        <p className={styles.says}>
          引用：
          {quotes.map((q) => (
            <button key={q.label} type="button" className={styles.link} onClick={() => onEvidence(q)}>
              {q.label}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

function without(scores: Sheet['scores'], code: string, p: Points | undefined): Sheet['scores'] {
  const { [code]: _, ...rest } = scores;
  return p === undefined ? rest : { ...rest, [code]: p };
}
