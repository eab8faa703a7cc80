import { fenOf, showWan, sumFen, wan } from '@/lib/money';
import { word } from '@/lib/words';
import { PaperTable } from '../PaperTable';
import type { Document } from '.';

/** The plan's sources, and the integrated lines behind one of them. */
export function Funds({ document }: { document: Document }) {
  const plan = document.fundPlan;
  if (!plan) return <p>（未填资金规划）</p>;
  const fen = (n: number) => fenOf(n) ?? 0n;
  const integrated = sumFen(plan.integrated.map((i) => fen(i.amount)));
  const rows: [string, bigint][] = [
    ['LINKAGE_PROV_UP', fen(plan.linkage.LINKAGE_PROV_UP)],
    ['LINKAGE_CITY', fen(plan.linkage.LINKAGE_CITY)],
    ['LINKAGE_COUNTY', fen(plan.linkage.LINKAGE_COUNTY)],
    ['INTEGRATED', integrated],
    ['COOPERATION', fen(plan.cooperation)],
    ['SOCIAL', fen(plan.social)],
    ['SELF_RAISED', fen(plan.selfRaised)],
    ['OTHER', fen(plan.other)],
  ];
  return (
    <>
      <PaperTable>
        <thead>
          <tr>
            <th>资金来源</th>
            <th className="number">金额（万元）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([source, amount]) => (
            <tr key={source}>
              <td>{word('fundSource', source)}</td>
              <td className="number">{wan(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>合计</th>
            <td className="number">{wan(sumFen(rows.map(([, a]) => a)))}</td>
          </tr>
        </tfoot>
      </PaperTable>
      <h4>整合行业资金明细</h4>
      <PaperTable>
        <thead>
          <tr>
            <th>编号</th>
            <th>部门</th>
            <th>资金名称</th>
            <th>级次</th>
            <th>状态</th>
            <th className="number">金额（万元）</th>
          </tr>
        </thead>
        <tbody>
          {plan.integrated.map((i) => (
            <tr key={i.id}>
              <td>{i.id}</td>
              <td>{i.department}</td>
              <td>{i.programme}</td>
              <td>{word('level', i.level)}</td>
              <td>{word('fundStatus', i.status)}</td>
              <td className="number">{showWan(i.amount)}</td>
            </tr>
          ))}
        </tbody>
      </PaperTable>
    </>
  );
}
