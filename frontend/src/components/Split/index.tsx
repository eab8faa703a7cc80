import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
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

/** Two panes that scroll by themselves, the line between them drawn with the mouse, a finger or the arrow keys; swapped on demand. */
export function Split({ left, right, labels, name }: Props) {
  const key = `xianjie.split.${name}`;
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => bounded(Number(localStorage.getItem(key)) || 58));

  function move(to: number) {
    setShare(bounded(to));
    localStorage.setItem(key, String(bounded(to)));
  }
  function drag(e: PointerEvent<HTMLDivElement>) {
    const box = frame.current?.getBoundingClientRect();
    if (box && e.currentTarget.hasPointerCapture(e.pointerId)) move(((e.clientX - box.left) * 100) / box.width);
  }
  function press(e: KeyboardEvent<HTMLDivElement>) {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[e.key];
    if (by === undefined) return;
    e.preventDefault();
    e.stopPropagation();
    move(share + by);
  }

  return (
    <div
      ref={frame}
      className={styles.frame}
      style={{ gridTemplateColumns: `minmax(0, ${share}fr) 12px minmax(0, ${100 - share}fr)` }}
    >
      <section className={styles.pane} aria-label={labels[0]}>
        {left}
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule drawn by hand is a separator with a value, which hr cannot be. */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label="左右宽度，按左右方向键调整"
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
