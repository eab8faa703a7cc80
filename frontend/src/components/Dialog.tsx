import { Button, ConfigProvider } from 'antd';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './Dialog.module.css';

interface Props {
  title: ReactNode;
  /** Px; the window sets the limit. */
  width?: number;
  /** Leaves it, by Esc or the sign in its corner. Without it only what is inside ends it. */
  onClose?: () => void;
  /** The buttons, the one that does it last. */
  foot?: ReactNode;
  children?: ReactNode;
}

/** A question over the page, which waits beneath. Clicking beside it does not end it: what was typed inside would be gone. */
export function Dialog({ title, width = 520, onClose, foot, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closing before it goes gives the focus back to where it was.
  useLayoutEffect(() => {
    const shown = box.current;
    if (shown) show(shown);
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={styles.dialog}
      style={{ width }}
      aria-labelledby={heading}
      onCancel={(e) => {
        e.preventDefault();
        onClose?.();
      }}
      // Pressed twice, Esc ends it in spite of the above.
      onClose={(e) => {
        if (e.target === box.current && box.current.isConnected) onClose ? onClose() : show(box.current);
      }}
    >
      <h2 id={heading}>{title}</h2>
      <ConfigProvider getPopupContainer={() => box.current ?? document.body}>
        {children && <div className={styles.body}>{children}</div>}
        {foot && <div className={styles.foot}>{foot}</div>}
      </ConfigProvider>
      {onClose && (
        <Button type="text" className={styles.leave ?? ''} aria-label="关闭" onClick={onClose}>
          ✕
        </Button>
      )}
    </dialog>
  );
}

/** Begins at the first field that can be filled in. */
function show(box: HTMLDialogElement) {
  box.showModal();
  box.querySelector<HTMLElement>('input:not([readonly]), textarea')?.focus();
}
