import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useMedia } from '../useMedia';
import styles from './Split.module.css';

interface Props {
  left: ReactNode;
  right: ReactNode;
  labels: [left: string, right: string];
  /** Under this name the width stays with the PC. */
  name: string;
}

const least = 25;
const most = 75;

/**
 * Two panes that scroll by themselves, the line between them drawn with the mouse, a finger or the arrow keys; swapped on demand. Side by
 * side, on a tablet held upright one above the other.
 */
export function Split({ left, right, labels, name }: Props) {
  const upright = useMedia('(orientation: portrait) and (max-width: 1000px)');
  const way = upright ? 'upright' : 'wide';
  const key = `xianjie.split.${name}.${way}`;
  const frame = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<{ wide?: number; upright?: number }>({});
  const share = moved[way] ?? bounded(Number(localStorage.getItem(key)) || (upright ? 40 : 58));

  function move(to: number) {
    setMoved((before) => ({ ...before, [way]: bounded(to) }));
    localStorage.setItem(key, String(bounded(to)));
  }
  function drag(e: PointerEvent<HTMLDivElement>) {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !e.currentTarget.hasPointerCapture(e.pointerId)) return;
    move(upright ? ((e.clientY - box.top) * 100) / box.height : ((e.clientX - box.left) * 100) / box.width);
  }
  function press(e: KeyboardEvent<HTMLDivElement>) {
    const [less, more] = upright ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const by = e.key === less ? -2 : e.key === more ? 2 : 0;
    if (by === 0) return;
    e.preventDefault();
    e.stopPropagation();
    move(share + by);
  }

  const tracks = `minmax(0, ${share}fr) ${upright ? 24 : 12}px minmax(0, ${100 - share}fr)`;
  return (
    <div
      ref={frame}
      className={upright ? `${styles.frame} ${styles.upright}` : styles.frame}
      style={upright ? { gridTemplateRows: tracks } : { gridTemplateColumns: tracks }}
    >
      <section className={styles.pane} aria-label={labels[0]}>
        {left}
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule drawn by hand is a separator with a value, which hr cannot be. */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation={upright ? 'horizontal' : 'vertical'}
        aria-label={upright ? '上下高度，按上下方向键调整' : '左右宽度，按左右方向键调整'}
        aria-valuenow={Math.round(share)}
        aria-valuemin={least}
        aria-valuemax={most}
        className={styles.bar}
        onPointerDown={(e) => e.currentTarget.setPointerCapture(e.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
      />
      <section className={styles.pane} aria-label={labels[1]}>
        {right}
      </section>
    </div>
  );
}

function bounded(share: number) {
  return Math.min(most, Math.max(least, share));
}
