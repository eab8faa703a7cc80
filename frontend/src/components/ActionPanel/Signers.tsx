import type { Action } from '@/api/types';
import { showTime } from '@/lib/time';
import { Tag } from '../Tag';
import styles from './ActionPanel.module.css';

/** 会签: which bureaus must sign, and which have. */
export function Signers({ signers }: { signers: Action['signers'] }) {
  if (signers.length === 0) return null;
  return (
    <ul className={styles.signers} aria-label="会签单位">
      {signers.map((s) => (
        <li key={s.role}>
          <strong>{s.label}</strong>
          {s.signedAt ? (
            <Tag tone="good">
              已签 {showTime(s.signedAt)} {s.name}
            </Tag>
          ) : (
            <Tag tone="near">未签</Tag>
          )}
        </li>
      ))}
    </ul>
  );
}
