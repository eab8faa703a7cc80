import { Input } from 'antd';
import { type Fen, wan } from '@/lib/money';
import type { Row } from './draft';
import styles from './Funds.module.css';

interface Props {
  rows: Row[];
  total: Fen;
  onType: (project: string, typed: string) => void;
}

/** A line's projects, what is left for each, and how much of it this entry takes. */
export function PartInputs({ rows, total, onType }: Props) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="spoken">分项目的金额</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" className={styles.figure}>
              尚可（万元）
            </th>
            <th scope="col" className={styles.figure}>
              本笔（万元）
            </th>
            <th scope="col">提示</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.project}>
              <th scope="row">
                {r.project} {r.name}
              </th>
              <td className={styles.figure}>{wan(r.left)}</td>
              <td className={styles.figure}>
                <Input
                  aria-label={`${r.project} ${r.name} 本笔金额，万元`}
                  inputMode="decimal"
                  style={{ width: 160, textAlign: 'right' }}
                  status={r.wrong ? 'error' : undefined}
                  value={r.typed}
                  disabled={r.left === 0n && r.typed === ''}
                  onChange={(e) => onType(r.project, e.target.value)}
                />
              </td>
              <td className={styles.wrong} aria-live="polite">
                {r.wrong}
              </td>
            </tr>
          ))}
          <tr className={styles.sum}>
            <th scope="row">合计</th>
            <td />
            <td className={styles.figure}>{wan(total)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
