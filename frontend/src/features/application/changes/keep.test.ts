import { beforeEach, expect, test } from 'vitest';
import { blank } from '../projectRows';
import { keepWritten, keptWritten, type Written } from './keep';

const written: Written = {
  reason: '冷库设备涨价',
  projects: [{ ...blank('P02'), name: '冷藏保鲜库' }],
  fundPlan: {
    linkage: { LINKAGE_PROV_UP: 2000, LINKAGE_CITY: 1200, LINKAGE_COUNTY: 800 },
    integrated: [],
    cooperation: 0,
    social: 978.5,
    selfRaised: 0,
    other: 0,
  },
};
beforeEach(() => localStorage.clear());

test('what was written comes back whole, over the same version of the same plan only', () => {
  keepWritten('me', 'a1', 1, written);
  expect(keptWritten('me', 'a1', 1)).toEqual(written);
  expect(keptWritten('me', 'a1', 2)).toBeUndefined();
  expect(keptWritten('another', 'a1', 1)).toBeUndefined();
});

test('nothing left to keep takes the record away, and a spoilt record is no change', () => {
  keepWritten('me', 'a1', 1, written);
  keepWritten('me', 'a1', 1, null);
  expect(localStorage.length).toBe(0);
  localStorage.setItem('xianjie.change.me.a1.1', '{"projects":3}');
  expect(keptWritten('me', 'a1', 1)).toBeUndefined();
});
