import type { Shape } from '@/api/types';
import type { Choice } from '@/lib/clean/choice';

type Project = Shape<'DocumentProject'>;
type Words<K extends string | undefined> = Record<Exclude<NonNullable<K>, ''>, string>;

export const contentCategories: Words<Project['contentCategory']> = {
  INDUSTRY: '产业发展',
  CONSTRUCTION: '乡村建设',
  GOVERNANCE: '乡村治理',
  TALENT: '人才培养',
  EMPLOYMENT: '就业带动',
  CONSOLIDATION: '巩固成果',
};

export const libraryTypes: Words<Project['libraryType']> = {
  INDUSTRY_DEVELOPMENT: '产业发展',
  EMPLOYMENT_PROJECT: '就业项目',
  RURAL_CONSTRUCTION: '乡村建设行动',
  RELOCATION_FOLLOWUP: '易地搬迁后扶',
  THREE_GUARANTEES: '巩固三保障成果',
  GOVERNANCE_CIVILITY: '乡村治理和精神文明建设',
  MANAGEMENT_FEE: '项目管理费',
  OTHER: '其他',
};

export const natures: Words<Project['nature']> = { 新建: '新建', 改扩建: '改扩建', 续建: '续建' };

export const implementationModes: Words<Project['implementationMode']> = {
  REWARD_FOR_SUBSIDY: '以奖代补',
  WORK_RELIEF: '以工代赈',
  LOAN_INTEREST: '贷款贴息',
  PURCHASE_SERVICE: '购买服务',
  DIRECT: '直接实施',
};

export const fundUses: Words<Project['fundUse']> = {
  CONSTRUCTION: '建设服务类',
  ASSET_PURCHASE: '购置资产',
  EQUITY_PURCHASE: '入股',
};

export const linkageModes: Words<Shape<'DocumentBenefit'>['modes'][number]> = {
  PRODUCTION: '带动生产',
  ORDER: '订单收购',
  SERVICE: '社会化服务',
  EMPLOYMENT: '务工就业',
  LAND_TRANSFER: '土地流转',
  ASSET_LEASE: '资产租赁',
  SHARE: '入股',
  DIVIDEND: '收益分红',
};

export const assetTypes: Words<Project['assetType']> = {
  OPERATING: '经营性',
  PUBLIC: '公益性',
  HOUSEHOLD: '到户类',
  NONE: '不形成资产',
};

export const targetKinds: Words<Shape<'DocumentTarget'>['kind']> = {
  OUTPUT_QUANTITY: '产出数量',
  OUTPUT_QUALITY: '产出质量',
  OUTPUT_TIME: '产出时效',
  OUTPUT_COST: '产出成本',
  BENEFIT_ECONOMIC: '经济效益',
  BENEFIT_SOCIAL: '社会效益',
  BENEFIT_ECOLOGICAL: '生态效益',
  BENEFIT_SUSTAINABLE: '可持续影响',
  SATISFACTION: '满意度',
};

export const fundSources: Words<Shape<'DocumentFund'>['source']> = {
  LINKAGE_PROV_UP: '省级以上衔接资金',
  LINKAGE_CITY: '市级衔接资金',
  LINKAGE_COUNTY: '县级衔接资金',
  INTEGRATED: '整合行业资金',
  COOPERATION: '协作帮扶资金',
  SOCIAL: '社会资本',
  SELF_RAISED: '自筹资金',
  OTHER: '其他资金',
};

export const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Whether a code is one of a list. */
export const isOf = <K extends string>(words: Record<K, string>, code: string): code is K => code in words;
