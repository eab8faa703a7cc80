import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Finding } from '@/api/problem';
import { FindingCounts } from './FindingCounts';
import { FindingList } from './FindingList';
import styles from './RulePanel.module.css';

interface Props {
  findings: Finding[] | undefined;
  /** Jumps to a cell named by a JSON pointer. */
  onGo?: (pointer: string) => void;
  /** While the check runs, or when it last did. */
  aside?: ReactNode;
  /** Within a sheet that has its own heading and counts. */
  bare?: boolean;
}

/** The rules as the server judges them now: what stands in the way first, then what to look at, the rest folded. */
export function RulePanel({ findings, onGo, aside, bare = false }: Props) {
  const [all, showAll] = useState(false);
  const failed = of(findings, 'FAIL');
  const warned = of(findings, 'WARN');
  const rest = (findings ?? []).filter((f) => f.verdict !== 'FAIL' && f.verdict !== 'WARN');
  return (
    <section className={bare ? '' : styles.panel} aria-label="规则检查">
      {!bare && (
        <>
          <div className={styles.head}>
            <h2>规则检查</h2>
            {aside}
          </div>
          <FindingCounts findings={findings} />
        </>
      )}
      <FindingList findings={[...failed, ...warned]} onGo={onGo} />
      {rest.length > 0 && (
        <>
          <Button type="link" className={styles.rest} onClick={() => showAll(!all)} aria-expanded={all}>
            {all ? '收起通过的规则' : `查看其余 ${rest.length} 条`}
          </Button>
          {all && <FindingList findings={rest} onGo={onGo} />}
        </>
      )}
    </section>
  );
}

function of(findings: Finding[] | undefined, verdict: string): Finding[] {
  return (findings ?? []).filter((f) => f.verdict === verdict);
}
