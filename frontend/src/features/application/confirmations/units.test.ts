import { expect, test } from 'vitest';
import type { Shape } from '@/api/types';
import { byUnit } from './units';

const pledge = (department: string, state: Shape<'Pledge'>['state'], amount: number): Shape<'Pledge'> => ({
  kind: 'LINE',
  line: 'INT01',
  title: '四好农村路',
  department,
  amount,
  committed: 0,
  state,
  stateLabel: '',
  why: [],
  digest: '',
  mine: false,
  confirmation: {
    id: '1',
    department,
    amount,
    name: '县水利局经办人',
    confirmedAt: '2026-11-25T01:00:00Z',
    attachmentId: '',
    docId: '',
    fileName: '',
  },
});

test('a bureau that owes most comes first, with what it owes and not what it gave', () => {
  const units = byUnit([
    pledge('县水利局', 'CONFIRMED', 300),
    pledge('县交通运输局', 'UNCONFIRMED', 520),
    pledge('县交通运输局', 'LAPSED', 0.5),
    pledge('县交通运输局', 'CONFIRMED', 100),
  ]);
  expect(units.map((u) => u.name)).toEqual(['县交通运输局', '县水利局']);
  expect(units[0]).toMatchObject({ count: 3, confirmed: 1, lapsed: 1, open: 1, lines: 520_500_000n, projects: 0n });
  expect(units[1]).toMatchObject({ open: 0, lines: 0n });
});

test('what nobody need confirm is no bureau’s business', () => {
  expect(byUnit([pledge('', 'BY_AWARD', 2000), pledge('市财政局', 'NOT_NEEDED', 0)])).toEqual([]);
});

test('a project without a bureau is shown as such, not dropped', () => {
  expect(byUnit([pledge('', 'UNCONFIRMED', 10)]).map((u) => u.name)).toEqual(['（没有填写责任部门）']);
});
