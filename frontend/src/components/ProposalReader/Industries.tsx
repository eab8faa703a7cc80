import { showWan } from '@/lib/money';
import { PaperTable } from '../PaperTable';
import type { Document } from '.';

export function Industries({ document }: { document: Document }) {
  return (
    <PaperTable>
      <thead>
        <tr>
          <th>产业</th>
          <th>产业链条</th>
          <th className="number">年产值（万元）</th>
          <th>县级产业振兴规划</th>
        </tr>
      </thead>
      <tbody>
        {(document.zone?.industries ?? []).map((i) => (
          <tr key={i.name}>
            <td>{i.name}</td>
            <td>{i.chain}</td>
            <td className="number">{showWan(i.annualOutputWan)}</td>
            <td>{i.inCountyIndustryPlan ? i.planReference || '列入' : '未列入'}</td>
          </tr>
        ))}
      </tbody>
    </PaperTable>
  );
}
