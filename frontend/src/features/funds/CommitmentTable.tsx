import type { Shape } from '@/api/types';
import { Tag } from '@/components/Tag';
import type { Tone } from '@/components/verdict';
import { fenOf, showWan, wan } from '@/lib/money';
import { showTime } from '@/lib/time';
import styles from './Funds.module.css';

type Line = Shape<'FundLine'>;

const states: Record<Shape<'Commitment'>['state'], { word: string; tone: Tone }> = {
  UNCONFIRMED: { word: '未确认', tone: 'near' },
  CONFIRMED: { word: '已确认', tone: 'good' },
  LAPSED: { word: '确认已失效', tone: 'bad' },
  NOT_NEEDED: { word: '无须确认', tone: 'plain' },
  BY_AWARD: { word: '以立项为准', tone: 'plain' },
};

/** Who stands up for each line, with which paper, and how much of it has come. */
export function CommitmentTable({ lines }: { lines: Line[] }) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="spoken">承诺和到位，单位万元</caption>
        <thead>
          <tr>
            <th scope="col">来源、主管部门</th>
            <th scope="col">承诺</th>
            <th scope="col">承诺文件</th>
            <th scope="col" className={styles.figure}>
              承诺额
            </th>
            <th scope="col" className={styles.figure}>
              已到位
            </th>
            <th scope="col" className={styles.figure}>
              尚差
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((l) => (
            <tr key={l.line}>
              <th scope="row">{l.label}</th>
              <td>
                <Tag tone={states[l.commitment.state].tone}>{states[l.commitment.state].word}</Tag>
                {l.commitment.name && (
                  <div className="quiet">
                    {l.commitment.name} {showTime(l.commitment.confirmedAt)}
                  </div>
                )}
              </td>
              <td>
                {l.commitment.attachmentId ? (
                  <a href={`/api/v1/attachments/${l.commitment.attachmentId}`} download={l.commitment.fileName}>
                    {l.commitment.fileName}
                  </a>
                ) : (
                  '—'
                )}
              </td>
              <td className={styles.figure}>{showWan(l.committed)}</td>
              <td className={styles.figure}>{showWan(l.allocated)}</td>
              <td className={styles.figure}>{short(l)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function short(l: Line): string {
  const left = (fenOf(l.committed) ?? 0n) - (fenOf(l.allocated) ?? 0n);
  return left > 0n ? wan(left) : '—';
}
