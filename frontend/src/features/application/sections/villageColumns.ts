import type { Sections } from '@/api/draft';
import { options } from '@/api/words';
import type { Spec } from './gridRows';

export type Village = Sections['villages'][number];

export const blankVillage: Village = {
  code: '',
  name: '',
  townCode: '',
  townName: '',
  type: '',
  planStatus: '',
  households: 0,
  population: 0,
  povertyRelievedPersons: 0,
  monitoredPersons: 0,
  firstSecretaryStationed: false,
  collectiveIncomeWan: 0,
};

const types = options<Village['type']>('villageType');
const statuses = options<Village['planStatus']>('planStatus');

/** A nought is what nobody filled in: shown empty, like on the paper form. */
const number = (n: number) => (n === 0 ? '' : String(n));

/** The columns of the 行政村 table in the order of the printed form. */
export const villageColumns: Spec<Village>[] = [
  {
    key: 'townName',
    title: '乡镇',
    width: 120,
    kind: 'text',
    frozen: true,
    required: true,
    read: (v) => v.townName,
    write: (v, townName) => ({ ...v, townName }),
  },
  {
    key: 'name',
    title: '村名',
    width: 140,
    kind: 'text',
    frozen: true,
    required: true,
    read: (v) => v.name,
    write: (v, name) => ({ ...v, name }),
  },
  {
    key: 'code',
    title: '村编码',
    width: 140,
    kind: 'text',
    required: true,
    help: '12 位',
    read: (v) => v.code,
    write: (v, code) => ({ ...v, code, townCode: code.length === 12 ? code.slice(0, 9) : v.townCode }),
  },
  {
    key: 'townCode',
    title: '乡镇编码',
    width: 110,
    kind: 'text',
    help: '9 位，填村编码时自动带出',
    read: (v) => v.townCode,
    write: (v, townCode) => ({ ...v, townCode }),
  },
  {
    key: 'type',
    title: '村庄类型',
    width: 120,
    kind: 'choice',
    choices: types,
    required: true,
    read: (v) => v.type,
    write: (v, cell) => ({ ...v, type: types.find((t) => t.value === cell)?.value ?? '' }),
  },
  {
    key: 'planStatus',
    title: '村庄规划',
    width: 100,
    kind: 'choice',
    choices: statuses,
    required: true,
    read: (v) => v.planStatus,
    write: (v, cell) => ({ ...v, planStatus: statuses.find((s) => s.value === cell)?.value ?? '' }),
  },
  {
    key: 'households',
    title: '户数',
    width: 80,
    kind: 'int',
    total: true,
    read: (v) => number(v.households),
    write: (v, cell) => ({ ...v, households: Number(cell) }),
  },
  {
    key: 'population',
    title: '人口',
    width: 80,
    kind: 'int',
    total: true,
    read: (v) => number(v.population),
    write: (v, cell) => ({ ...v, population: Number(cell) }),
  },
  {
    key: 'povertyRelievedPersons',
    title: '脱贫享受政策人口',
    width: 100,
    kind: 'int',
    total: true,
    read: (v) => number(v.povertyRelievedPersons),
    write: (v, cell) => ({ ...v, povertyRelievedPersons: Number(cell) }),
  },
  {
    key: 'monitoredPersons',
    title: '监测帮扶对象',
    width: 90,
    kind: 'int',
    total: true,
    read: (v) => number(v.monitoredPersons),
    write: (v, cell) => ({ ...v, monitoredPersons: Number(cell) }),
  },
  {
    key: 'firstSecretaryStationed',
    title: '派驻第一书记',
    width: 90,
    kind: 'check',
    read: (v) => (v.firstSecretaryStationed ? '1' : ''),
    write: (v, cell) => ({ ...v, firstSecretaryStationed: cell === '1' }),
  },
  {
    key: 'collectiveIncomeWan',
    title: '村集体收入',
    width: 120,
    kind: 'money',
    total: true,
    read: (v) => number(v.collectiveIncomeWan),
    write: (v, cell) => ({ ...v, collectiveIncomeWan: Number(cell) }),
  },
];
