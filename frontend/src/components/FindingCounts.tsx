import type { Finding } from '@/api/problem';
import styles from './RulePanel.module.css';
import { Tag } from './Tag';

/** How many rules do not pass, how many only warn; what was waived stands in nobody's way. */
export function FindingCounts({ findings }: { findings: Finding[] | undefined }) {
  const count = (verdict: string) => (findings ?? []).filter((f) => f.verdict === verdict && !f.waived).length;
  if (!findings) return <span role="status">正在检查…</span>;
  const [failed, warned] = [count('FAIL'), count('WARN')];
  return (
    <div className={styles.counts} role="status">
      {failed > 0 ? <Tag tone="bad">不通过 {failed}</Tag> : <Tag tone="good">没有不通过的</Tag>}
      {warned > 0 && <Tag tone="near">提示 {warned}</Tag>}
      <Tag tone="plain">其余 {findings.length - failed - warned}</Tag>
    </div>
  );
}
