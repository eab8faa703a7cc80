import type { Shape } from '@/api/types';
import type { Column } from '@/components/ProjectGrid';
import type { Choice } from '@/lib/clean/choice';
import { good } from '@/lib/clean/cleaned';
import { listed, vacant } from '@/lib/clean/fold';
import {
  amountOf,
  amountText,
  cleanItems,
  itemsText,
  showItems,
  sourceText,
  withItems,
  withSource,
} from './projectFunds';
import {
  assetTypes,
  choicesOf,
  contentCategories,
  fundSources,
  fundUses,
  implementationModes,
  isOf,
  libraryTypes,
  linkageModes,
  natures,
} from './projectLabels';
import { cleanTargets, targetsOf, targetsText } from './projectTargets';

export type Project = Shape<'DocumentProject'>;
type Benefit = Shape<'DocumentBenefit'>;
type Beneficiaries = Shape<'DocumentBeneficiaries'>;

/** What a table may name that a document knows by code. */
export interface Known {
  villages: readonly Pick<Shape<'DocumentVillage'>, 'code' | 'name' | 'townCode' | 'townName'>[];
  integrated: readonly Shape<'DocumentIntegrated'>[];
}

/** A column, and its cell in a project both ways. Keys follow the document, parts joined by dots, as a return slip names fields. */
export interface Field {
  column: Column;
  get: (p: Project) => string;
  set: (p: Project, cell: string) => Project;
}

export const nobody: Beneficiaries = { households: 0, persons: 0, povertyRelievedPersons: 0, monitoredPersons: 0 };
export const noBenefit: Benefit = { modes: [], directHouseholds: 0, povertyOrMonitoredHouseholds: 0, description: '' };
const count = (n: number | undefined): string => (n ? String(n) : '');

type TextKey =
  | 'id'
  | 'name'
  | 'librarySubType'
  | 'contentAndScale'
  | 'responsibleDept'
  | 'implementer'
  | 'startDate'
  | 'endDate';

const text = (key: TextKey, title: string, width: number, more: Partial<Column> = {}): Field => ({
  column: { key, title, width, kind: 'text', ...more },
  get: (p) => p[key] ?? '',
  set: (p, cell) => ({ ...p, [key]: cell }),
});

const day = (key: 'startDate' | 'endDate', title: string, month: 'first' | 'last'): Field =>
  text(key, title, 118, {
    kind: 'date',
    group: '建设期限',
    month,
    help: month === 'first' ? '如 2023-03-01；只写年月的算当月 1 日' : '如 2023-11-30；只写年月的算当月最后一日',
  });

type WordKey = 'contentCategory' | 'libraryType' | 'nature' | 'implementationMode' | 'fundUse' | 'assetType';

const word = <K extends string>(
  key: WordKey,
  title: string,
  width: number,
  words: Record<K, string>,
  set: (p: Project, code: K | '') => Project,
  more: Partial<Column> = {},
): Field => ({
  column: { key, title, width, kind: 'choice', choices: choicesOf(words), ...more },
  get: (p) => p[key] ?? '',
  set: (p, cell) => set(p, isOf(words, cell) ? cell : ''),
});

const places = (
  key: 'townCodes' | 'villageCodes',
  title: string,
  width: number,
  choices: Choice[],
  help: string,
): Field => ({
  column: { key, title, width, kind: 'multi', group: '实施地点', choices, help },
  get: (p) => (p[key] ?? []).join(','),
  set: (p, cell) => ({ ...p, [key]: cell === '' ? [] : cell.split(',') }),
});

const fund = (source: keyof typeof fundSources): Field => ({
  column: {
    key: `funds.${source}`,
    title: fundSources[source],
    group: '资金来源',
    width: 126,
    kind: 'money',
    total: true,
    help: '万元，最多 4 位小数；没有的留空',
  },
  get: (p) => sourceText(p.funds ?? [], source),
  set: (p, cell) => ({ ...p, funds: withSource(p.funds ?? [], source, cell) }),
});

const people = (key: keyof Beneficiaries, title: string, breaks = false): Field => ({
  column: { key: `beneficiaries.${key}`, title, group: '受益群众', width: 88, kind: 'int', total: true, breaks },
  get: (p) => count(p.beneficiaries?.[key]),
  set: (p, cell) => ({ ...p, beneficiaries: { ...(p.beneficiaries ?? nobody), [key]: Number(cell) } }),
});

const linked = (key: 'directHouseholds' | 'povertyOrMonitoredHouseholds', title: string): Field => ({
  column: { key: `benefitLinkage.${key}`, title, group: '联农带农', width: 110, kind: 'int', total: true },
  get: (p) => count(p.benefitLinkage?.[key]),
  set: (p, cell) => ({ ...p, benefitLinkage: { ...(p.benefitLinkage ?? noBenefit), [key]: Number(cell) } }),
});

/** The columns of the 项目表, in the order and with the headings of the Excel table (internal/report/project_table.go). */
export function projectFields({ villages, integrated }: Known): Field[] {
  return [
    text('id', '项目编号', 84, { frozen: true, readOnly: true }),
    text('name', '项目名称', 210, { frozen: true, required: true, help: '必填' }),
    word('contentCategory', '项目类别', 100, contentCategories, (p, contentCategory) => ({ ...p, contentCategory }), {
      help: '六大内容之一',
    }),
    word('libraryType', '一级类型', 130, libraryTypes, (p, libraryType) => ({ ...p, libraryType }), {
      group: '项目库类型',
    }),
    text('librarySubType', '二级类型', 120, { group: '项目库类型' }),
    places('townCodes', '乡镇(街道)', 120, townsOf(villages), '乡镇名称，几个之间用“、”隔开'),
    places(
      'villageCodes',
      '行政村',
      170,
      villagesOf(villages),
      '推进区内的村名，几个之间用“、”隔开；乡镇级公共服务项目留空',
    ),
    word('nature', '建设性质', 90, natures, (p, nature) => ({ ...p, nature })),
    word('implementationMode', '实施方式', 100, implementationModes, (p, implementationMode) => ({
      ...p,
      implementationMode,
    })),
    word('fundUse', '资金用途', 110, fundUses, (p, fundUse) => ({ ...p, fundUse })),
    text('contentAndScale', '建设内容与规模', 280, { long: true, help: '写明建什么、多大规模' }),
    day('startDate', '开工日期', 'first'),
    day('endDate', '完工日期', 'last'),
    {
      column: {
        key: 'totalInvestment',
        title: '总投资',
        width: 126,
        kind: 'money',
        total: true,
        breaks: true,
        help: '万元，等于各项资金来源之和',
      },
      get: (p) => amountText(p.totalInvestment),
      set: (p, cell) => ({ ...p, totalInvestment: amountOf(cell) }),
    },
    fund('LINKAGE_PROV_UP'),
    fund('LINKAGE_CITY'),
    fund('LINKAGE_COUNTY'),
    fund('INTEGRATED'),
    {
      column: {
        key: 'funds.items',
        title: '整合资金条目',
        group: '资金来源',
        width: 140,
        kind: 'text',
        long: true,
        help: '资金规划中整合资金条目的编号或名称；几项的每行写“编号 金额”',
        clean: (typed) => cleanItems(typed, integrated),
        show: showItems,
      },
      get: (p) => itemsText(p.funds ?? []),
      set: (p, cell) => ({ ...p, funds: withItems(p.funds ?? [], cell) }),
    },
    fund('COOPERATION'),
    fund('SOCIAL'),
    fund('SELF_RAISED'),
    fund('OTHER'),
    people('households', '户数', true),
    people('persons', '人数'),
    people('povertyRelievedPersons', '脱贫人口'),
    people('monitoredPersons', '监测对象'),
    {
      column: {
        key: 'benefitLinkage.modes',
        title: '方式',
        group: '联农带农',
        width: 150,
        kind: 'multi',
        choices: choicesOf(linkageModes),
        help: '几种方式之间用“、”隔开',
      },
      get: (p) => (p.benefitLinkage?.modes ?? []).join(','),
      set: (p, cell) => {
        const modes = cell.split(',').flatMap((code) => (isOf(linkageModes, code) ? [code] : []));
        return { ...p, benefitLinkage: { ...(p.benefitLinkage ?? noBenefit), modes } };
      },
    },
    linked('directHouseholds', '直接带动户数'),
    linked('povertyOrMonitoredHouseholds', '带动脱贫和监测户数'),
    {
      column: {
        key: 'benefitLinkage.description',
        title: '说明',
        group: '联农带农',
        width: 200,
        kind: 'text',
        long: true,
      },
      get: (p) => p.benefitLinkage?.description ?? '',
      set: (p, description) => ({ ...p, benefitLinkage: { ...(p.benefitLinkage ?? noBenefit), description } }),
    },
    text('responsibleDept', '责任部门', 140),
    text('implementer', '实施单位', 140),
    word('assetType', '资产类型', 110, assetTypes, (p, assetType) => ({ ...p, assetType }), { help: '预计形成的资产' }),
    {
      column: {
        key: 'negativeListTags',
        title: '负面清单标记',
        width: 120,
        kind: 'text',
        help: '没有的留空',
        clean: (typed) => good(vacant(typed) ? '' : listed(typed).join('、')),
      },
      get: (p) => (p.negativeListTags ?? []).join('、'),
      set: (p, cell) => ({ ...p, negativeListTags: listed(cell) }),
    },
    {
      column: {
        key: 'performanceTargets',
        title: '绩效目标',
        width: 300,
        kind: 'text',
        long: true,
        help: '每行一项：“类别：指标名称：目标值”，如“产出数量：完成建设内容：100%”',
        clean: cleanTargets,
      },
      get: (p) => targetsText(p.performanceTargets ?? []),
      set: (p, cell) => {
        const read = targetsOf(cell);
        return 'targets' in read ? { ...p, performanceTargets: read.targets } : p;
      },
    },
  ];
}

function villagesOf(villages: Known['villages']): Choice[] {
  return villages.map(({ code, name, townName }) => {
    const short = name.replace(/村$/, '');
    return { value: code, label: name, also: [townName + name, short, townName + short], hint: townName };
  });
}

function townsOf(villages: Known['villages']): Choice[] {
  const towns = new Map(villages.map(({ townCode, townName }) => [townCode, townName]));
  return [...towns].filter(([code, name]) => code && name).map(([value, label]) => ({ value, label }));
}
