import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Office.module.css';

interface Props {
  /** What is about to be done, as its button says it. */
  what: string;
  backLabel?: string;
  busy: boolean;
  onBack: () => void;
  onGo: () => void;
  children: ReactNode;
}

/** The last look before what cannot be taken back: what it does, in words, where the eye and the keyboard already are. */
export function LookOnce({ what, backLabel = '返回修改', busy, onBack, onGo, children }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} className={`${styles.confirm} screen-only`} aria-label={`核对：${what}`}>
      {children}
      <div className={styles.acts}>
        <Button onClick={onBack} disabled={busy}>
          {backLabel}
        </Button>
        <Button type="primary" loading={busy} onClick={onGo}>
          确认{what}
        </Button>
      </div>
    </section>
  );
}
