import { describe, expect, it } from 'vitest';
import type { Shape } from '@/api/types';
import { byCity, limitTexts, marksOf, warningsOf } from './alerts';

const alert = (more: Partial<Shape<'FundAlert'>>): Shape<'FundAlert'> => ({
  applicationId: 'a',
  cityCode: '370800',
  countyCode: '370832',
  city: '济宁市',
  county: '梁山县',
  title: '',
  code: 'PROGRESS',
  name: '',
  source: '',
  since: '',
  cause: '',
  text: '',
  want: 0,
  have: 0,
  lacking: 0,
  should: '',
  is: '',
  orderId: '',
  orderNo: 0,
  ...more,
});
const nothing = { planned: 0, committed: 0, allocated: 0, disbursed: 0, spent: 0 };
const node = { name: '', zones: 1, amber: 0, total: nothing, columns: {}, levels: {} };
const limit = (more: Partial<Shape<'FundLimit'>>): Shape<'FundLimit'> => ({
  batchId: 'b',
  code: 'SPENT-12',
  name: '十二个月支出六成',
  layer: 'SPENT',
  of: 'ALLOCATED',
  source: '',
  share: '60%',
  ...more,
});

describe('what warns', () => {
  const items = [alert({}), alert({ code: 'F06' }), alert({ applicationId: 'c', countyCode: '370831' })];
  it('is counted by city, with what its zones should have spent', () => {
    const paces = [
      { applicationId: 'a', cityCode: '370800', want: 1.5, due: '' },
      { applicationId: 'c', cityCode: '370800', want: 0.25, due: '' },
    ];
    expect(byCity({ items, paces, limits: [] })).toEqual(
      new Map([['370800', { warned: 3, lagging: 2, want: 1_750_000n }]]),
    );
    expect(byCity(undefined).size).toBe(0);
  });
  it('is counted at every row that holds it', () => {
    const at = (depth: Shape<'FundNode'>['depth'], code: string, applicationId = '') =>
      warningsOf({ ...node, depth, code, applicationId }, items);
    expect([
      at('province', ''),
      at('city', '370800'),
      at('county', '370832'),
      at('zone', '370832', 'a'),
      at('city', '370600'),
      at('project', 'P01', 'a'),
    ]).toEqual([3, 3, 2, 2, 0, 0]);
  });
});

describe('the limits of the batches', () => {
  const lagging = limit({ code: 'PROGRESS', name: '不滞后', of: '', share: '5%' });
  it('are said once where batches agree', () => {
    expect(limitTexts([lagging, limit({}), limit({ batchId: 'c' })])).toEqual([
      '不滞后（允许滞后 5%）',
      '十二个月支出六成（应达 60%）',
    ]);
  });
  it('mark a bar where they are of spending, within it', () => {
    const other = [limit({ share: '100%' }), limit({ layer: 'ALLOCATED' }), limit({ source: 'INTEGRATED' }), lagging];
    expect(marksOf([limit({ share: '70%' }), limit({ share: '40%' }), limit({ share: '70%' }), ...other])).toEqual([
      40, 70,
    ]);
  });
});
