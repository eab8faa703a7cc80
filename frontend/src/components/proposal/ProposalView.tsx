import type { ReactNode } from 'react';
import type { Shape } from '@/api/types';
import { showWan } from '@/lib/money';
import { showDate } from '@/lib/time';
import { word } from '@/lib/words';
import { Facts, yesNo } from './Facts';
import { FundMatrix } from './FundMatrix';
import { IntegratedTable } from './IntegratedTable';
import { ProjectTable } from './ProjectTable';
import styles from './ProposalView.module.css';
import { VillageTable } from './VillageTable';

type Document = Shape<'ProposalDocument'>;

/** The whole 申报书 to be read, in the parts it is filled in by. Works for any version: the draft, a snapshot, an approved plan. */
export function ProposalView({ document: d }: { document: Document }) {
  const villages = d.zone?.villages ?? [];
  return (
    <>
      <Part title="① 基本情况">
        <Facts
          of={[
            ['推进区名称', d.zone?.name, true],
            ['县（市、区）', [d.city?.name, d.county.name].filter(Boolean).join(' ')],
            ['申报通道', word('channel', d.channel)],
            ['集中连片', yesNo(d.zone?.contiguous)],
            ['面积', d.zone && `${d.zone.areaKm2} 平方公里`],
            ['结合打造的载体', d.zone?.combinedWith.join('、') || '无', true],
          ]}
        />
      </Part>
      <Part title={`② 行政村（${villages.length} 个）`}>
        <VillageTable villages={villages} />
      </Part>
      <Part title="③ 产业">
        {(d.zone?.industries ?? []).map((i) => (
          <Facts
            key={i.name}
            of={[
              ['产业名称', i.name],
              ['列入县级产业振兴规划', yesNo(i.inCountyIndustryPlan)],
              ['年产值（万元）', showWan(i.annualOutputWan)],
              ['产业链条', i.chain, true],
              ['规划依据', i.planReference, true],
            ]}
          />
        ))}
      </Part>
      <Part title={`④ 项目清单（${d.projects?.length ?? 0} 个）`}>
        <ProjectTable projects={d.projects ?? []} villages={villages} />
      </Part>
      {d.fundPlan && (
        <Part title="⑤ 资金汇总（单位：万元）">
          <Facts of={fundFacts(d.fundPlan)} />
          <IntegratedTable items={d.fundPlan.integrated} />
          <FundMatrix plan={d.fundPlan} projects={d.projects ?? []} />
        </Part>
      )}
      <Part title="⑥ 两年实施规划">
        <Facts of={planFacts(d)} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function fundFacts(f: Shape<'DocumentFundPlan'>): [string, ReactNode][] {
  return [
    ['省级以上衔接资金', showWan(f.linkage.LINKAGE_PROV_UP)],
    ['市级衔接资金', showWan(f.linkage.LINKAGE_CITY)],
    ['县级衔接资金', showWan(f.linkage.LINKAGE_COUNTY)],
    ['协作帮扶资金', showWan(f.cooperation)],
    ['社会资本', showWan(f.social)],
    ['自筹', showWan(f.selfRaised)],
    ['其他资金', showWan(f.other)],
  ];
}

function planFacts(d: Document): [string, ReactNode, true?][] {
  const { plan, mechanism: m, landGuarantee: land, publicConsultation: heard, resolution: r, officialLetter: l } = d;
  return [
    ['规划名称', plan?.title, true],
    ['规划期', plan && `${showDate(plan.startDate)}至${showDate(plan.endDate)}`],
    ['主要负责同志研究部署', m && `${yesNo(m.principalLeadersStudied)} ${m.studyDate}`],
    ['分管领导职务', m?.leadLeaderPost],
    ['牵头部门', m?.leadDepartments.join('、')],
    ['协调机制', yesNo(m?.coordinationMechanism)],
    ['工作专班', m && `${yesNo(m.workTeam)} ${m.workTeamDocNo}`],
    ['土地指标优先保障', land && `${yesNo(land.committed)}，${land.quotaMu} 亩`],
    ['征求意见', heard && `${heard.villagesConsulted} 个村，${heard.meetings} 次会议`],
    ['群众意见综述', heard?.summary, true],
    [
      '常务会议决议',
      r ? `${r.body}${r.meetingNo}，${showDate(r.date)}，${word('decision', r.decision)}` : '没有决议',
      true,
    ],
    ['上报文件', l && `${l.issuer} ${l.docNo}，${showDate(l.date)}，主送：${l.addressees.join('、') || '—'}`, true],
  ];
}
