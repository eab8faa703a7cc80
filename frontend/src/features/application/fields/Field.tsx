import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export interface Place {
  /** JSON pointer of the value in the 申报书: rules jump to it. */
  pointer: string;
  label: string;
  unit?: string;
  hint?: string;
  /** Why it may not be changed; null where it may. */
  lock: string | null;
  wide?: boolean;
}

interface Props extends Place {
  wrong?: string | undefined;
  children: (id: string, describedBy: string) => ReactNode;
}

/** A labelled input at its place in the 申报书, with what is wrong with it or why it is frozen beneath. */
export function Field({ pointer, label, unit, hint, lock, wide, wrong, children }: Props) {
  const id = useId();
  const says = `${id}-says`;
  return (
    <div className={wide ? `${styles.field} ${styles.wide}` : styles.field} data-pointer={pointer}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {unit && <span className={styles.unit}>（{unit}）</span>}
      </label>
      {children(id, says)}
      <span id={says} className={wrong ? styles.wrong : styles.hint} role={wrong ? 'alert' : undefined}>
        {wrong ?? lock ?? hint}
      </span>
    </div>
  );
}
