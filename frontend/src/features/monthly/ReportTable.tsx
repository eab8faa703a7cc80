import { Money } from '@/components/Money';
import { showMonth } from '@/lib/time';
import type { DraftLine, Line, Report } from './draft';
import { LineInputs } from './LineInputs';
import styles from './Monthly.module.css';

interface Props {
  report: Report;
  /** What stands in the inputs, and where a change goes, while it is filled in. */
  lines?: DraftLine[];
  onLine?: (project: string, to: Partial<DraftLine>) => void;
}

/** A month, project by project: what was reported last in grey, what is reported now, what the ledger says was spent. */
export function ReportTable({ report, lines, onLine }: Props) {
  return (
    <div className={`${styles.frame} wide`}>
      <table className={styles.table}>
        <caption className="spoken">{showMonth(report.month)}份月报，逐项目</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">上月进度</th>
            <th scope="col">本月形象进度（%）</th>
            <th scope="col">进展情况</th>
            <th scope="col" className={styles.figure}>
              本月支出
              <br />
              （万元）
            </th>
            <th scope="col" className={styles.figure}>
              累计支出
              <br />
              （万元）
            </th>
            <th scope="col">存在问题</th>
          </tr>
        </thead>
        <tbody>
          {report.lines.map((l) => {
            const draft = lines?.find((d) => d.project === l.project);
            return (
              <tr key={l.project}>
                <th scope="row">
                  {l.project} {l.name}
                </th>
                <td className={styles.before}>
                  <Before line={l} />
                </td>
                {draft && onLine ? <LineInputs line={l} draft={draft} onLine={onLine} /> : <LineText line={l} />}
              </tr>
            );
          })}
          <tr className={styles.sum}>
            <th scope="row">合计</th>
            <td colSpan={3} />
            <td className={styles.figure}>
              <Money of={report.spentInMonth} />
            </td>
            <td className={styles.figure}>
              <Money of={report.spentSoFar} />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** What was handed in last, with its month: the month before may have none. */
function Before({ line: { before } }: { line: Line }) {
  if (!before) return '—';
  return (
    <>
      <div className={styles.when}>
        {before.percent}% {showMonth(before.month)}
      </div>
      {before.progress}
    </>
  );
}

function LineText({ line: l }: { line: Line }) {
  return (
    <>
      <td className={styles.percent}>{l.percent === null ? '—' : `${l.percent}%`}</td>
      <td className={styles.words}>{l.progress || '—'}</td>
      <Spent line={l} />
      <td className={styles.words}>{l.problem || '—'}</td>
    </>
  );
}

/** Read from the ledger, never typed here. */
export function Spent({ line: l }: { line: Line }) {
  return (
    <>
      <td className={styles.figure}>
        <Money of={l.spentInMonth} />
      </td>
      <td className={styles.figure}>
        <Money of={l.spentSoFar} />
      </td>
    </>
  );
}
