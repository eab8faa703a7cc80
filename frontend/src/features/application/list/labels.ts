import type { State } from '@/api/applications';

/** The states a list can be narrowed to, in the order of the process. */
export const stateWords: Record<State, string> = {
  DRAFT: '草稿',
  SUBMITTED: '已上报市',
  RETURNED_BY_CITY: '市退回补正',
  CITY_REVIEW: '市级审核中',
  NOT_SHORTLISTED: '市未推荐',
  SHORTLISTED: '市已推荐',
  REPORTED: '已报省',
  FORMAL_CHECK: '省形式审查',
  RETURNED_BY_PROVINCE: '省退回补正',
  EXPERT_REVIEW: '书面评审',
  DEFENCE: '视频答辩',
  SITE_CHECK: '现场核查',
  REVIEWED: '评审完成',
  PUBLIC_NOTICE: '拟立项公示',
  AWARDED: '已立项',
  NOT_AWARDED: '未立项',
  DISQUALIFIED: '取消资格',
  WITHDRAWN: '已撤回',
};

/** The rules of the programme by their fixed numbers. */
export const ruleWords: Record<string, string> = {
  C01: '通道一致',
  X01: '排除区重叠',
  V01: '村数',
  V02: '村类型',
  V03: '村庄规划',
  V04: '集中连片',
  V05: '村不重复',
  I01: '产业数',
  I02: '产业规划依据',
  F01: '重点县规模',
  F02: '重点县来源',
  F03: '择优通道下限',
  F04: '档位相符',
  F05: '市县补足',
  F06: '整合比例',
  F07: '资金矩阵',
  F08: '金额合法',
  F09: '产业占比',
  F10: '负面清单',
  P01: '利益联结',
  P02: '单纯分红购买类',
  P03: '四要素',
  P04: '区内实施',
  P05: '期内实施',
  P06: '六类覆盖',
  P07: '绩效目标',
  D01: '两年期',
  D02: '常务会议',
  D03: '县政府名义',
  D04: '报省时限',
  D05: '县报市期限',
  D06: '附件齐全',
  D07: '组织机制',
  D08: '土地保障',
  D09: '时序',
};

export function choicesFrom<K extends string>(words: Record<K, string>, coded = false): { value: K; label: string }[] {
  const out: { value: K; label: string }[] = [];
  for (const value in words) out.push({ value, label: coded ? `${value} ${words[value]}` : words[value] });
  return out;
}
