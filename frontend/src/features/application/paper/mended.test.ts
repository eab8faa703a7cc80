import { expect, test } from 'vitest';
import type { Shape } from '@/api/types';
import { mendedSince } from './mended';

const rows = ['submit', 'resubmit', 'report', 'resupply'].map((action, i) => ({
  no: i + 1,
  action,
})) as unknown as Shape<'HandedIn'>[];
const at = (snapshotNo: number, state = 'SUBMITTED') =>
  mendedSince({ snapshotNo, state } as Parameters<typeof mendedSince>[0], rows);

test('what came in again is held against what it was before, until it is returned once more', () => {
  expect(at(1)).toBeUndefined();
  expect(at(2)).toEqual({ from: 1, to: 2 });
  expect(at(3)).toBeUndefined();
  expect(at(4, 'FORMAL_CHECK')).toEqual({ from: 3, to: 4 });
  expect(at(2, 'RETURNED_BY_CITY')).toBeUndefined();
  expect(at(5)).toBeUndefined();
});
