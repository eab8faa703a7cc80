import type { TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { WideTable } from '@/components/WideTable';
import { word } from '@/lib/words';
import { Empty } from '../Empty';
import { Money } from '../Money';
import { yesNo } from './Facts';

type Village = Shape<'DocumentVillage'>;

const columns: TableColumnsType<Village> = [
  { key: 'no', title: '序号', width: 60, render: (_v, _r, i) => i + 1 },
  { key: 'town', title: '乡镇', width: 110, render: (_, v) => v.townName },
  { key: 'name', title: '村名', width: 150, render: (_, v) => v.name },
  { key: 'code', title: '村编码', width: 130, render: (_, v) => v.code },
  { key: 'type', title: '村庄类型', width: 110, render: (_, v) => word('villageType', v.type) },
  { key: 'plan', title: '村庄规划', width: 90, render: (_, v) => word('planStatus', v.planStatus) },
  { key: 'households', title: '户数', width: 80, align: 'right', render: (_, v) => v.households },
  { key: 'population', title: '人口', width: 80, align: 'right', render: (_, v) => v.population },
  {
    key: 'relieved',
    title: '脱贫享受政策人口',
    width: 100,
    align: 'right',
    render: (_, v) => v.povertyRelievedPersons,
  },
  { key: 'monitored', title: '监测帮扶对象', width: 90, align: 'right', render: (_, v) => v.monitoredPersons },
  { key: 'secretary', title: '第一书记', width: 80, render: (_, v) => yesNo(v.firstSecretaryStationed) },
  {
    key: 'income',
    title: '村集体收入（万元）',
    width: 120,
    align: 'right',
    render: (_, v) => <Money of={v.collectiveIncomeWan} />,
  },
];

export function VillageTable({ villages }: { villages: Village[] }) {
  return (
    <WideTable<Village>
      aria-label="行政村"
      size="small"
      columns={columns}
      dataSource={villages}
      rowKey={(v) => `${v.code}${v.name}`}
      pagination={false}
      scroll={{ x: 1160 }}
      locale={{ emptyText: <Empty what="没有填写行政村" next="县级填报岗在申报书“行政村”一栏填写" /> }}
    />
  );
}
