import { Button } from 'antd';
import type { Finding } from '@/api/problem';
import styles from './FindingList.module.css';
import { Tag } from './Tag';
import { verdictOf } from './verdict';

interface Props {
  findings: Finding[];
  /** Jumps to a cell named by a JSON pointer. */
  onGo?: (place: string) => void;
}

/** Rule verdicts, each with its clause, its arithmetic with this application's own figures, the gap and what to do. */
export function FindingList({ findings, onGo }: Props) {
  return (
    <ul className={styles.list}>
      {findings.map((f) => (
        <li key={f.rule} className={styles.item} data-rule={f.rule}>
          <div className={styles.head}>
            <Tag tone={f.waived ? 'near' : verdictOf(f.verdict).tone}>
              {f.waived ? '已豁免' : verdictOf(f.verdict).word}
            </Tag>
            <strong>
              {f.rule} {f.name}
            </strong>
            {onGo && f.places[0] !== undefined && (
              <Button
                type="link"
                size="small"
                className="screen-only"
                onClick={() => onGo(f.places[0] ?? '')}
                aria-label={`定位到 ${f.name}`}
              >
                定位
              </Button>
            )}
          </div>
          {f.figure.text !== '' && <p className={styles.figure}>{f.figure.text}</p>}
          {f.verdict !== 'PASS' && f.advice !== '' && f.advice !== f.figure.text && <p>{f.advice}</p>}
          <p className={styles.clause}>依据条款：{f.clause}</p>
        </li>
      ))}
    </ul>
  );
}
