import type { components } from '../src/api/schema';
import { word } from '../src/lib/words';
import { applicationOf, type Clerk, got } from './clerk';
import { type Form, pasteInto } from './form';

/** What a county has on paper and types in. */
export type Paper = Required<components['schemas']['ProposalDocument']>;

/** The paper of a county's application in the batch that collects. */
export async function paperOf(c: Clerk, county: string): Promise<Paper> {
  const row = await applicationOf(c, county, '-LX');
  const { document: d } = await got(c.GET('/applications/{id}', { params: { path: { id: row.id } } }));
  const { zone, plan, fundPlan, mechanism, landGuarantee, publicConsultation, resolution, officialLetter } = d;
  if (
    !zone ||
    !plan ||
    !fundPlan ||
    !mechanism ||
    !landGuarantee ||
    !publicConsultation ||
    !resolution ||
    !officialLetter
  )
    throw new Error(`the paper of ${county} is not whole`);
  return {
    ...d,
    zone,
    plan,
    fundPlan,
    mechanism,
    landGuarantee,
    publicConsultation,
    resolution,
    officialLetter,
  } as Paper;
}

const line = (...cells: (string | number)[]) => cells.join('\t');

export async function fillZone(form: Form, { zone }: Paper): Promise<void> {
  await form.text('推进区名称', zone.name);
  await form.flag('集中连片', zone.contiguous);
  await form.text('面积', zone.areaKm2);
}

export async function fillVillages({ page }: Form, { zone }: Paper): Promise<void> {
  const rows = zone.villages.map((v) => {
    const [type, plan] = [word('villageType', v.type), word('planStatus', v.planStatus)];
    const people = [v.households, v.population, v.povertyRelievedPersons, v.monitoredPersons];
    const stationed = v.firstSecretaryStationed ? '是' : '否';
    return line(v.townName, v.name, v.code, v.townCode, type, plan, ...people, stationed, v.collectiveIncomeWan);
  });
  await pasteInto(page, '行政村', rows.join('\n'));
}

export async function fillIndustries(form: Form, { zone }: Paper): Promise<void> {
  for (const [i, industry] of zone.industries.entries()) {
    await form.page.getByRole('button', { name: '加一个产业' }).click();
    const own = form.in(form.page.getByRole('group', { name: `产业 ${i + 1}` }));
    await own.text('产业名称', industry.name);
    await own.flag('列入县级产业振兴规划', industry.inCountyIndustryPlan);
    await own.text('年产值', industry.annualOutputWan);
    await own.text('产业链条', industry.chain);
    await own.text('规划依据', industry.planReference);
  }
}

export async function fillFunds(form: Form, { fundPlan: f }: Paper): Promise<void> {
  await form.text('省级以上衔接资金', f.linkage.LINKAGE_PROV_UP);
  await form.text('市级衔接资金', f.linkage.LINKAGE_CITY);
  await form.text('县级衔接资金', f.linkage.LINKAGE_COUNTY);
  await form.text('协作帮扶资金', f.cooperation);
  await form.text('社会资本', f.social);
  await form.text('村集体及群众自筹', f.selfRaised);
  const rows = f.integrated.map((i) =>
    line(i.id, i.department, i.programme, word('level', i.level), i.amount, word('fundStatus', i.status)),
  );
  await pasteInto(form.page, '整合行业资金', rows.join('\n'));
}

export async function fillPlan(form: Form, paper: Paper): Promise<void> {
  const { plan, mechanism: m, landGuarantee, publicConsultation: heard, resolution, officialLetter: letter } = paper;
  await form.text('规划名称', plan.title);
  await form.text('规划起始日期', plan.startDate);
  await form.text('规划终止日期', plan.endDate);
  await form.flag('党委政府主要负责同志研究部署', m.principalLeadersStudied);
  await form.text('研究部署日期', m.studyDate);
  await form.text('分管领导职务', m.leadLeaderPost);
  await form.flag('协调机制', m.coordinationMechanism);
  await form.flag('工作专班', m.workTeam);
  await form.text('工作专班文号', m.workTeamDocNo);
  await form.names('牵头部门', m.leadDepartments);
  await form.flag('土地指标优先保障承诺', landGuarantee.committed);
  await form.text('土地指标', landGuarantee.quotaMu);
  await form.text('征求意见村数', heard.villagesConsulted);
  await form.text('会议次数', heard.meetings);
  await form.text('群众意见综述', heard.summary);
  await form.flag('县政府常务会议已研究', true);
  await form.text('会议名称', resolution.body);
  await form.text('会次', resolution.meetingNo);
  await form.text('会议日期', resolution.date);
  await form.choose('会议结论', word('decision', resolution.decision));
  await form.text('上报文件发文单位', letter.issuer);
  await form.text('文号', letter.docNo);
  await form.text('成文日期', letter.date);
  await form.names('主送机关', letter.addressees);
}
