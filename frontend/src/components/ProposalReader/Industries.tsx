import { showWan } from '@/lib/money';
import type { Document } from '.';
import styles from './ProposalReader.module.css';

export function Industries({ document }: { document: Document }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>产业</th>
          <th>产业链条</th>
          <th className={styles.figure}>年产值（万元）</th>
          <th>县级产业振兴规划</th>
        </tr>
      </thead>
      <tbody>
        {(document.zone?.industries ?? []).map((i) => (
          <tr key={i.name}>
            <td>{i.name}</td>
            <td>{i.chain}</td>
            <td className={styles.figure}>{showWan(i.annualOutputWan)}</td>
            <td>{i.inCountyIndustryPlan ? i.planReference || '列入' : '未列入'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
