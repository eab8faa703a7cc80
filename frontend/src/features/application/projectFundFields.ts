import type { Shape } from '@/api/types';
import type { Field } from './projectField';
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
import { fundSources } from './projectLabels';

/** What a project costs and who pays it: the total, then source by source. */
export function fundFields(integrated: readonly Shape<'DocumentIntegrated'>[]): Field[] {
  return [
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
  ];
}

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
