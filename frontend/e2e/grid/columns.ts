import type { Column } from '@/components/ProjectGrid';

const money = (key: string, title: string): Column => ({
  key,
  title,
  group: '资金来源',
  width: 110,
  kind: 'money',
  total: true,
});

/** Twenty columns of every kind. */
export const columns: Column[] = [
  { key: 'id', title: '项目编号', width: 84, kind: 'text', frozen: true, readOnly: true },
  { key: 'name', title: '项目名称', width: 200, kind: 'text', frozen: true, required: true, help: '必填' },
  {
    key: 'category',
    title: '项目类别',
    width: 100,
    kind: 'choice',
    choices: [
      { value: 'INDUSTRY', label: '产业发展' },
      { value: 'CONSTRUCTION', label: '乡村建设' },
      { value: 'GOVERNANCE', label: '乡村治理' },
    ],
  },
  { key: 'subtype', title: '二级类型', width: 120, kind: 'text' },
  {
    key: 'villages',
    title: '行政村',
    width: 160,
    kind: 'multi',
    choices: [
      { value: '370686901001', label: '下袁楼村', also: ['下袁楼'] },
      { value: '370686901002', label: '前戚家沟村', also: ['前戚家沟'] },
      { value: '370686901003', label: '东村', also: ['东'], hint: '云溪镇' },
    ],
  },
  { key: 'content', title: '建设内容与规模', width: 260, kind: 'text', long: true },
  { key: 'start', title: '开工日期', group: '建设期限', width: 110, kind: 'date', month: 'first' },
  { key: 'end', title: '完工日期', group: '建设期限', width: 110, kind: 'date', month: 'last' },
  { key: 'total', title: '总投资', width: 120, kind: 'money', total: true, breaks: true },
  money('up', '省级以上'),
  money('city', '市级'),
  money('county', '县级'),
  money('integrated', '整合行业资金'),
  money('social', '社会资本'),
  money('own', '自筹资金'),
  { key: 'households', title: '户数', group: '受益群众', width: 80, kind: 'int', total: true },
  { key: 'persons', title: '人数', group: '受益群众', width: 80, kind: 'int', total: true },
  { key: 'dept', title: '责任部门', width: 140, kind: 'text' },
  { key: 'shared', title: '已公示', width: 80, kind: 'check' },
  { key: 'note', title: '备注', width: 160, kind: 'text' },
];
