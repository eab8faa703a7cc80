import type { Shape } from '@/api/types';
import { fenOf, sumFen, wan } from '@/lib/money';

type FundPlan = Shape<'DocumentFundPlan'>;

const fen = (n: number) => fenOf(n) ?? 0n;

/** The figures of a 申报书 at a glance, of what is on the page and not of what was saved last. */
export function totalsOf(
  plan: FundPlan,
  projects: readonly { totalInvestment?: number }[],
  villages: readonly {
    households: number;
    population: number;
    povertyRelievedPersons: number;
    monitoredPersons: number;
  }[],
): { label: string; value: string }[] {
  const { linkage } = plan;
  const linked = sumFen([fen(linkage.LINKAGE_PROV_UP), fen(linkage.LINKAGE_CITY), fen(linkage.LINKAGE_COUNTY)]);
  const integrated = sumFen(plan.integrated.map((i) => fen(i.amount)));
  const rest = sumFen([fen(plan.cooperation), fen(plan.social), fen(plan.selfRaised), fen(plan.other)]);
  const count = (of: (v: (typeof villages)[number]) => number) => villages.reduce((sum, v) => sum + of(v), 0);
  return [
    { label: '衔接资金合计（万元）', value: wan(linked) },
    { label: '整合行业资金合计（万元）', value: wan(integrated) },
    { label: '总投资（万元）', value: wan(linked + integrated + rest) },
    { label: '项目数', value: `${projects.length} 个` },
    { label: '项目投资合计（万元）', value: wan(sumFen(projects.map((p) => fen(p.totalInvestment ?? 0)))) },
    { label: '行政村数', value: `${villages.length} 个` },
    { label: '户数', value: `${count((v) => v.households)} 户` },
    { label: '人口', value: `${count((v) => v.population)} 人` },
    {
      label: '脱贫享受政策人口、监测帮扶对象',
      value: `${count((v) => v.povertyRelievedPersons)} 人、${count((v) => v.monitoredPersons)} 人`,
    },
  ];
}
