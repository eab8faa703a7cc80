import words from '@/lib/words.json';

/** What kind of value a parameter is, and so how it is typed and shown. */
export type Kind = 'wan' | 'ratio' | 'whole' | 'yes' | 'instant' | 'text' | 'words' | 'dates' | 'choice' | 'choices';

export interface Field {
  path: string;
  label: string;
  kind: Kind;
  unit?: string;
  help?: string;
  choices?: Record<string, string>;
}

const stages = { EXPERT_REVIEW: '书面评审', DEFENCE: '视频答辩', SITE_CHECK: '现场核查', PUBLIC_NOTICE: '公示' };
const entryKinds = { ALLOCATE: '指标下达', DISBURSE: '拨付', SPEND: '支出' };
const confirmables = {
  INTEGRATED: '整合资金',
  LINKAGE_COUNTY: '县级衔接资金',
  LINKAGE_CITY: '市级衔接资金',
  PROJECT: '项目',
};

export interface Part {
  key: string;
  title: string;
  fields: Field[];
}

/** The pack's parameters as people know them, in the order of the notice. What is not listed here is kept as it came. */
export const parts: Part[] = [
  {
    key: 'money',
    title: '资金规模',
    fields: [
      { path: 'params.keyCountyLinkageWan', label: '重点县衔接资金', kind: 'wan' },
      { path: 'params.keyCountyExact', label: '重点县额度须恰好相等', kind: 'yes', help: '否则达到即可' },
      { path: 'params.cityChannelMinLinkageWan', label: '市择优衔接资金下限', kind: 'wan' },
      { path: 'params.tierWan.EAST', label: '东部档位额', kind: 'wan' },
      { path: 'params.tierWan.CENTRAL', label: '中部档位额', kind: 'wan' },
      { path: 'params.tierWan.WEST', label: '西部档位额', kind: 'wan' },
      { path: 'params.minIntegratedRatio', label: '整合行业资金占衔接资金的比例下限', kind: 'ratio' },
      { path: 'params.integratedCountsCooperation', label: '协作资金计入整合', kind: 'yes' },
      {
        path: 'params.integratedBasis',
        label: '整合资金按什么口径',
        kind: 'choice',
        choices: { COMMITTED: '承诺和到位都算', IN_PLACE: '只算已到位' },
      },
      { path: 'params.industryShareWarnBelow', label: '产业项目占比低于此提示', kind: 'ratio' },
    ],
  },
  {
    key: 'villages',
    title: '村、产业和规划',
    fields: [
      { path: 'params.minVillages', label: '行政村下限', kind: 'whole', unit: '个' },
      { path: 'params.villageCountEligibleOnly', label: '只计符合类型的村', kind: 'yes' },
      { path: 'params.allowedVillageTypes', label: '可以入区的村庄类型', kind: 'choices', choices: words.villageType },
      { path: 'params.maxTownsForContiguity', label: '集中连片最多涉及乡镇', kind: 'whole', unit: '个' },
      { path: 'params.industryCount.min', label: '主导产业最少', kind: 'whole', unit: '个' },
      { path: 'params.industryCount.max', label: '主导产业最多', kind: 'whole', unit: '个' },
      { path: 'params.maxPlanMonths', label: '规划期最长', kind: 'whole', unit: '个月' },
    ],
  },
  {
    key: 'quota',
    title: '名额',
    fields: [
      { path: 'params.quota.perKeyCounty', label: '每个重点县', kind: 'whole', unit: '个' },
      { path: 'params.quota.perCounty', label: '其他每县', kind: 'whole', unit: '个' },
      { path: 'params.quota.perNonKeyCity', label: '没有重点县的市', kind: 'whole', unit: '个' },
      { path: 'params.nonKeyCountyInKeyCityAllowed', label: '有重点县的市，其他县可以申报', kind: 'yes' },
    ],
  },
  {
    key: 'papers',
    title: '材料和文件',
    fields: [
      { path: 'params.requiredAttachments', label: '必备附件', kind: 'choices', choices: words.attachmentKind },
      { path: 'params.resolutionBodies', label: '决议会议名称的结尾', kind: 'words' },
      { path: 'params.letterIssuerSuffix', label: '申报文件发文机关的结尾', kind: 'text' },
      { path: 'params.letterAddressees', label: '申报文件主送', kind: 'words' },
      { path: 'params.leadDepartments', label: '牵头部门', kind: 'words' },
      { path: 'params.requireConfirmed', label: '上报、推荐前须确认', kind: 'choices', choices: confirmables },
    ],
  },
  {
    key: 'times',
    title: '时限',
    fields: [
      { path: 'params.countyDeadline', label: '县级上报截止', kind: 'instant', help: '此刻起为逾期；空为不设' },
      { path: 'params.provinceDeadline', label: '市报省截止', kind: 'instant', help: '此刻起为逾期' },
      { path: 'params.cityReturnDays', label: '市退回后补正', kind: 'whole', unit: '天' },
      { path: 'params.provinceReturnDays', label: '省退回后补正', kind: 'whole', unit: '天' },
      { path: 'params.provinceReturnMax', label: '省最多退回', kind: 'whole', unit: '次' },
      { path: 'params.hearingWorkdays', label: '申辩期', kind: 'whole', unit: '个工作日' },
      { path: 'params.publicNoticeDays', label: '公示期', kind: 'whole', unit: '天' },
      {
        path: 'params.publicNoticeBasis',
        label: '公示期按',
        kind: 'choice',
        choices: { CALENDAR: '自然日', WORKDAYS: '工作日' },
      },
      { path: 'params.holidays', label: '放假的工作日', kind: 'dates' },
      { path: 'params.extraWorkdays', label: '上班的周末', kind: 'dates' },
    ],
  },
  {
    key: 'process',
    title: '程序',
    fields: [
      { path: 'params.stages', label: '本批使用的环节', kind: 'choices', choices: stages },
      {
        path: 'params.submitBlocking',
        label: '不通过即不能上报的规则',
        kind: 'words',
        help: '规则编号，如 F06；ALL 为全部',
      },
      {
        path: 'params.formalCheckStartsBeforeDeadlineWhenAllReported',
        label: '各市都已报省即可提前开始形式审查',
        kind: 'yes',
      },
      { path: 'params.reapplyAfterWithdraw', label: '撤回后可以再报', kind: 'yes' },
      { path: 'params.reapplyAfterNotShortlisted', label: '市未推荐后可以再报', kind: 'yes' },
      { path: 'params.supervisionPhone', label: '监督电话', kind: 'text' },
    ],
  },
  {
    key: 'funds',
    title: '资金监管',
    fields: [
      { path: 'params.funds.fourEyesFromWan', label: '须另一人复核的金额', kind: 'wan', help: '达到即须复核' },
      { path: 'params.funds.voucherRequired', label: '须附凭证的分录', kind: 'choices', choices: entryKinds },
      { path: 'params.funds.payeeRequired', label: '须写收款单位的分录', kind: 'choices', choices: entryKinds },
      { path: 'params.funds.arrivalMonths', label: '承诺资金到位时限', kind: 'whole', unit: '个月（立项后）' },
      { path: 'params.funds.arrivalRules', label: '按到位数再判的规则', kind: 'words' },
      { path: 'params.funds.progressMonths', label: '序时进度按', kind: 'whole', unit: '个月' },
      { path: 'params.funds.progressLag', label: '落后多少即预警', kind: 'ratio' },
      { path: 'params.funds.changeCityRatio', label: '项目变更达此比例须市级同意', kind: 'ratio' },
      { path: 'params.funds.changeRules', label: '变更后须通过的规则', kind: 'words' },
    ],
  },
];
