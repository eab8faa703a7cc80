import type { TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { WideTable } from '@/components/WideTable';
import { showWan } from '@/lib/money';
import { word } from '@/lib/words';
import { Empty } from '../Empty';
import { Money } from '../Money';
import { Facts } from './Facts';

type Project = Shape<'DocumentProject'>;
type Villages = Shape<'DocumentVillage'>[];

const columns = (villages: Villages): TableColumnsType<Project> => [
  { key: 'id', title: '编号', width: 80, fixed: 'left', render: (_, p) => p.id },
  { key: 'name', title: '项目名称', width: 260, fixed: 'left', render: (_, p) => p.name || '—' },
  { key: 'category', title: '内容', width: 100, render: (_, p) => word('contentCategory', p.contentCategory) },
  {
    key: 'total',
    title: '总投资（万元）',
    width: 130,
    align: 'right',
    render: (_, p) => <Money of={p.totalInvestment} />,
  },
  { key: 'funds', title: '资金来源（万元）', width: 300, render: (_, p) => fundsOf(p) },
  { key: 'place', title: '实施地点', width: 180, render: (_, p) => placesOf(p, villages) },
  { key: 'nature', title: '性质', width: 80, render: (_, p) => p.nature || '—' },
  { key: 'dept', title: '责任部门', width: 150, render: (_, p) => p.responsibleDept || '—' },
  { key: 'term', title: '起止', width: 200, render: (_, p) => `${p.startDate || '—'} 至 ${p.endDate || '—'}` },
];

/** The projects as they are read: a line each, what it is and costs before the rest; still more of a project beneath its line. */
export function ProjectTable({ projects, villages }: { projects: Project[]; villages: Villages }) {
  return (
    <WideTable<Project>
      aria-label="实施项目"
      size="small"
      columns={columns(villages)}
      dataSource={projects}
      rowKey={(p) => p.id}
      pagination={false}
      scroll={{ x: 1530, y: projects.length > 15 ? 560 : undefined }}
      expandable={{ expandedRowRender: (p) => <Rest project={p} />, columnWidth: 48 }}
      locale={{
        emptyText: <Empty what="没有填写项目" next="县级填报岗在申报书“实施项目”一栏填写，也可以从 Excel 导入" />,
      }}
    />
  );
}

function Rest({ project: p }: { project: Project }) {
  const b = p.beneficiaries;
  const link = p.benefitLinkage;
  return (
    <Facts
      of={[
        ['建设内容与规模', p.contentAndScale, true],
        ['项目库类型', [word('libraryType', p.libraryType), p.librarySubType].filter(Boolean).join(' › ')],
        ['实施方式', word('implementationMode', p.implementationMode)],
        ['资金使用方式', word('fundUse', p.fundUse)],
        ['实施单位', p.implementer],
        ['预计形成资产', word('assetType', p.assetType)],
        ['负面清单标记', p.negativeListTags?.join('、') || '无'],
        [
          '受益群众',
          b &&
            `${b.households} 户 ${b.persons} 人，其中脱贫 ${b.povertyRelievedPersons} 人、监测 ${b.monitoredPersons} 人`,
          true,
        ],
        [
          '利益联结',
          link &&
            `${link.modes.map((m) => word('linkageMode', m)).join('、') || '—'}；直接带动 ${link.directHouseholds} 户，其中脱贫户和监测户 ${link.povertyOrMonitoredHouseholds} 户。${link.description}`,
          true,
        ],
        [
          '绩效目标',
          p.performanceTargets?.map((t) => `${word('targetKind', t.kind)}：${t.name} ${t.value}`).join('；'),
          true,
        ],
      ]}
    />
  );
}

function placesOf(p: Project, villages: Villages): string {
  const named = (p.villageCodes ?? []).map((code) => villages.find((v) => v.code === code)?.name ?? code);
  if (named.length > 0) return named.join('、');
  const towns = (p.townCodes ?? []).map((code) => villages.find((v) => v.townCode === code)?.townName ?? code);
  return towns.length > 0 ? `${towns.join('、')}（乡镇级）` : '—';
}

function fundsOf(p: Project): string {
  const said = (p.funds ?? []).map(
    (f) => `${word('fundSource', f.source)}${f.integratedItemId ? ` ${f.integratedItemId}` : ''} ${showWan(f.amount)}`,
  );
  return said.join('；') || '—';
}
