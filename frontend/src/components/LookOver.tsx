import type { ComponentProps } from 'react';
import styles from './LookOver.module.css';

/** The last look before something is done: what will be done and what it means, in words, on the same sheet. */
export function LookOver(props: Omit<ComponentProps<'section'>, 'className'>) {
  return <section {...props} className={styles.box} />;
}
