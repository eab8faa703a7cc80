import type { Sections } from '@/api/draft';
import { options } from '@/api/words';
import type { Spec } from './gridRows';

export type Integrated = Sections['fundPlan']['integrated'][number];

const levels = options<Integrated['level']>('level');
const statuses = options<Integrated['status']>('fundStatus');

export const blankIntegrated: Integrated = {
  id: '',
  department: '',
  programme: '',
  level: '',
  amount: 0,
  status: 'COMMITTED',
};

/** The columns of 整合行业资金, an item a row. */
export const integratedColumns: Spec<Integrated>[] = [
  {
    key: 'id',
    title: '条目编号',
    width: 110,
    kind: 'text',
    frozen: true,
    required: true,
    help: '如 INT01；项目的资金来源用它对应',
    read: (i) => i.id,
    write: (i, id) => ({ ...i, id }),
  },
  {
    key: 'department',
    title: '部门',
    width: 180,
    kind: 'text',
    required: true,
    read: (i) => i.department,
    write: (i, department) => ({ ...i, department }),
  },
  {
    key: 'programme',
    title: '资金名称',
    width: 220,
    kind: 'text',
    required: true,
    read: (i) => i.programme,
    write: (i, programme) => ({ ...i, programme }),
  },
  {
    key: 'level',
    title: '级次',
    width: 90,
    kind: 'choice',
    choices: levels,
    required: true,
    read: (i) => i.level,
    write: (i, cell) => ({ ...i, level: levels.find((l) => l.value === cell)?.value ?? '' }),
  },
  {
    key: 'amount',
    title: '金额',
    width: 130,
    kind: 'money',
    total: true,
    required: true,
    read: (i) => (i.amount === 0 ? '' : String(i.amount)),
    write: (i, cell) => ({ ...i, amount: Number(cell) }),
  },
  {
    key: 'status',
    title: '资金状态',
    width: 110,
    kind: 'choice',
    choices: statuses,
    read: (i) => i.status,
    write: (i, cell) => ({ ...i, status: statuses.find((s) => s.value === cell)?.value ?? '' }),
  },
];

/** The next free item number: INT01, INT02 … */
export function nextIntegratedId(used: readonly string[]): string {
  let n = used.length + 1;
  const named = (i: number) => `INT${String(i).padStart(2, '0')}`;
  while (used.includes(named(n))) n++;
  return named(n);
}
