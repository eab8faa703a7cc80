import { expect, test } from 'vitest';
import type { Shape } from '@/api/types';
import { receiptsOf } from './receipts';

const row = (no: number, action: string): Shape<'HandedIn'> => ({
  no,
  action,
  actionLabel: '',
  by: { role: 'county_signer', label: '县政府' },
  digest: 'a'.repeat(64),
  name: '',
  packVersion: 1,
  takenAt: '2022-11-29T02:20:00Z',
});

const said = (...rows: Shape<'HandedIn'>[]) => receiptsOf(rows).map((r) => `${r.title} ${r.which} ${r.row.no}`);

test('each office has the receipt of what it handed in last, counted among its own', () => {
  expect(said()).toEqual([]);
  expect(said(row(1, 'submit'))).toEqual(['上报回执 第 1 次上报 1']);
  expect(said(row(3, 'report'), row(1, 'submit'), row(2, 'resubmit'))).toEqual([
    '上报回执 第 2 次上报 2',
    '报省回执 第 1 次报省 3',
  ]);
  expect(said(row(1, 'submit'), row(2, 'report'), row(3, 'resupply'))).toEqual([
    '上报回执 第 1 次上报 1',
    '报省回执 第 2 次报省 3',
  ]);
});
