import type { Shape } from '@/api/types';
import { word } from '@/lib/words';

type Document = Shape<'ProposalDocument'>;

/** A figure or statement of the frozen 申报书 that can be checked on the ground, by its JSON pointer. */
export interface Claim {
  value: string;
  label: string;
}

/** Everything that may be held against the ground, by part; only what was filled in. */
export function claimsOf(document: Document | undefined): { label: string; options: Claim[] }[] {
  if (!document) return [];
  const { zone, fundPlan, mechanism, landGuarantee, publicConsultation } = document;
  const groups: { label: string; options: (Claim | undefined)[] }[] = [
    {
      label: '推进区',
      options: [
        claim('/zone/areaKm2', '面积', zone?.areaKm2, '平方公里'),
        claim('/zone/contiguous', '集中连片', yes(zone?.contiguous)),
      ],
    },
    {
      label: '行政村',
      options: (zone?.villages ?? []).flatMap((v, i) => [
        claim(`/zone/villages/${i}/name`, `第 ${i + 1} 村`, v.name),
        claim(`/zone/villages/${i}/type`, `${v.name}类型`, v.type && word('villageType', v.type)),
        claim(`/zone/villages/${i}/planStatus`, `${v.name}村庄规划`, v.planStatus && word('planStatus', v.planStatus)),
        claim(`/zone/villages/${i}/households`, `${v.name}户数`, v.households, '户'),
        claim(`/zone/villages/${i}/population`, `${v.name}人口`, v.population, '人'),
        claim(`/zone/villages/${i}/collectiveIncomeWan`, `${v.name}集体收入`, v.collectiveIncomeWan, '万元'),
      ]),
    },
    {
      label: '主导产业',
      options: (zone?.industries ?? []).flatMap((v, i) => [
        claim(`/zone/industries/${i}/chain`, `${v.name}产业链条`, v.chain),
        claim(`/zone/industries/${i}/annualOutputWan`, `${v.name}年产值`, v.annualOutputWan, '万元'),
      ]),
    },
    {
      label: '实施项目',
      options: (document.projects ?? []).flatMap((p, i) => [
        claim(`/projects/${i}/contentAndScale`, `${p.id} ${p.name ?? ''}建设内容`, p.contentAndScale),
        claim(`/projects/${i}/totalInvestment`, `${p.id} ${p.name ?? ''}总投资`, p.totalInvestment, '万元'),
        claim(`/projects/${i}/implementer`, `${p.id} ${p.name ?? ''}实施单位`, p.implementer),
        claim(`/projects/${i}/startDate`, `${p.id} ${p.name ?? ''}开工日期`, p.startDate),
      ]),
    },
    {
      label: '整合资金',
      options: (fundPlan?.integrated ?? []).flatMap((f, i) => [
        claim(`/fundPlan/integrated/${i}/amount`, `${f.department}${f.programme}`, f.amount, '万元'),
        claim(`/fundPlan/integrated/${i}/status`, `${f.department}${f.programme}状态`, word('fundStatus', f.status)),
      ]),
    },
    {
      label: '组织保障',
      options: [
        claim('/mechanism/workTeam', '工作专班', yes(mechanism?.workTeam)),
        claim('/mechanism/workTeamDocNo', '专班文号', mechanism?.workTeamDocNo),
        claim('/mechanism/coordinationMechanism', '协调机制', yes(mechanism?.coordinationMechanism)),
        claim('/landGuarantee/quotaMu', '土地指标', landGuarantee?.quotaMu, '亩'),
        claim('/publicConsultation/villagesConsulted', '征求意见的村', publicConsultation?.villagesConsulted, '个'),
        claim('/publicConsultation/meetings', '征求意见会议', publicConsultation?.meetings, '次'),
        claim('/publicConsultation/summary', '征求意见情况', publicConsultation?.summary),
      ],
    },
  ];
  return groups.map((g) => ({ label: g.label, options: g.options.filter((o) => o !== undefined) }));
}

function claim(value: string, name: string, says: string | number | undefined, unit = ''): Claim | undefined {
  return says === undefined || says === '' ? undefined : { value, label: `${name}：${says}${unit && ` ${unit}`}` };
}

function yes(v: boolean | undefined) {
  return v === undefined ? undefined : v ? '是' : '否';
}
