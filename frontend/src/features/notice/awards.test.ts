import { expect, it } from 'vitest';
import type { Shape } from '@/api/types';
import { placeOf } from './awards';

const notice = (no: number, state: Shape<'Notice'>['state'], left: boolean): Shape<'Notice'> => ({
  id: `n${no}`,
  batchId: 'b',
  no,
  state,
  stateLabel: '',
  title: '',
  body: '',
  text: '',
  channel: '',
  phone: '',
  entries: [
    {
      applicationId: 'a',
      no: '370686-01',
      city: '烟台市',
      county: '栖霞市',
      title: '',
      villages: 10,
      rank: 1,
      amount: 2000,
      left,
    },
  ],
  opensAt: null,
  closesAt: null,
  closedAt: null,
  endsIfOpened: null,
  issuers: [],
  version: 1,
  updatedAt: '',
  actions: [],
});

it('finds the published notice that still names an application, not a draft nor one it was taken off', () => {
  const all = [notice(3, 'DRAFT', false), notice(2, 'CLOSED', true), notice(1, 'CLOSED', false)];
  expect(placeOf(all, 'a')?.notice.no).toBe(1);
  expect(placeOf(all, 'b')).toBeUndefined();
});
