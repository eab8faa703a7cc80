import type { ReactNode } from 'react';
import styles from './ProposalReader.module.css';

/** Names and values, a line each; what is not filled in is said so. */
export function Facts({ of }: { of: [name: string, value: ReactNode][] }) {
  return (
    <dl className={styles.facts}>
      {of.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value === '' || value === undefined || value === null ? '（未填）' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function yesNo(value: boolean | undefined): string {
  return value === undefined ? '' : value ? '是' : '否';
}
