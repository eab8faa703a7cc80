import type { Shape } from '@/api/types';
import { good } from '@/lib/clean/cleaned';
import { listed, vacant } from '@/lib/clean/fold';
import { benefitFields } from './projectBenefits';
import { day, type Field, text, word } from './projectField';
import { fundFields } from './projectFundFields';
import { assetTypes, contentCategories, fundUses, implementationModes, libraryTypes, natures } from './projectLabels';
import { placeFields, type Village } from './projectPlaces';
import { cleanTargets, targetsOf, targetsText } from './projectTargets';

/** What a table may name that a document knows by code. */
export interface Known {
  villages: readonly Village[];
  integrated: readonly Shape<'DocumentIntegrated'>[];
}

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
    ...placeFields(villages),
    word('nature', '建设性质', 90, natures, (p, nature) => ({ ...p, nature })),
    word('implementationMode', '实施方式', 100, implementationModes, (p, implementationMode) => ({
      ...p,
      implementationMode,
    })),
    word('fundUse', '资金用途', 110, fundUses, (p, fundUse) => ({ ...p, fundUse })),
    text('contentAndScale', '建设内容与规模', 280, { long: true, help: '写明建什么、多大规模' }),
    day('startDate', '开工日期', 'first'),
    day('endDate', '完工日期', 'last'),
    ...fundFields(integrated),
    ...benefitFields(),
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
