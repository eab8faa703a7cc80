import type { Finding } from '@/api/problem';
import { FindingList } from '@/components/FindingList';
import { usePrinting } from '@/components/usePrinting';
import styles from './FamilyList.module.css';
import { familiesOf } from './families';

const order = ['FAIL', 'WARN', 'PASS', 'NA'];
const troubles = ['FAIL', 'WARN'];

/** The rules part by part; a part in which none speaks up is folded to one line, except on paper. */
export function FamilyList({ findings }: { findings: readonly Finding[] }) {
  const printing = usePrinting();
  return familiesOf(findings).map(({ id, title, findings: own }) => {
    const loud = own.some((f) => troubles.includes(f.verdict));
    return (
      <details key={id} className={styles.family} open={loud || printing}>
        <summary>
          <h3>{title}</h3>
          <span>{saying(own)}</span>
        </summary>
        <FindingList findings={[...own].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))} />
      </details>
    );
  });
}

function saying(findings: readonly Finding[]): string {
  const count = (verdict: string) => findings.filter((f) => f.verdict === verdict && !f.waived).length;
  const [failed, warned, waived] = [count('FAIL'), count('WARN'), findings.filter((f) => f.waived).length];
  return [
    `${findings.length} 条`,
    failed > 0 && `不通过 ${failed} 条`,
    warned > 0 && `提示 ${warned} 条`,
    waived > 0 && `已豁免 ${waived} 条`,
    failed + warned + waived === 0 && '没有不通过的',
  ]
    .filter(Boolean)
    .join('，');
}
