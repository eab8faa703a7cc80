import { expect, test } from 'vitest';
import { blank } from '../projectRows';
import { editsOf, isEmpty, type Plan } from './edits';

const plan: Plan = {
  projects: [
    { ...blank('P01'), name: '果园道路硬化', totalInvestment: 120, funds: [{ source: 'SOCIAL', amount: 120 }] },
    { ...blank('P02'), name: '冷藏保鲜库', villageCodes: ['370686101001'] },
  ],
  fundPlan: {
    linkage: { LINKAGE_PROV_UP: 2000, LINKAGE_CITY: 1200, LINKAGE_COUNTY: 800 },
    integrated: [],
    cooperation: 0,
    social: 120,
    selfRaised: 0,
    other: 0,
  },
};
const [roads = blank('P01'), store = blank('P02')] = plan.projects;

test('the same plan is no change', () => {
  expect(isEmpty(editsOf(plan, { ...plan, projects: [...plan.projects] }))).toBe(true);
});

test('only the fields that differ are written, lists whole', () => {
  const dearer = { ...roads, totalInvestment: 150, funds: [{ source: 'SOCIAL' as const, amount: 150 }] };
  expect(editsOf(plan, { projects: [dearer, store], fundPlan: { ...plan.fundPlan, social: 150 } })).toEqual({
    projects: [{ id: 'P01', patch: { totalInvestment: 150, funds: [{ source: 'SOCIAL', amount: 150 }] } }],
    fundPlan: { social: 150 },
  });
});

test('a project taken out and one put in are named as such', () => {
  const fresh = { ...blank('P03'), name: '污水管网' };
  const edits = editsOf(plan, { ...plan, projects: [store, fresh] });
  expect(edits.removed).toEqual(['P01']);
  expect(edits.added).toEqual([fresh]);
  expect(edits.projects).toBeUndefined();
});

test('another village is a patch of the place alone', () => {
  const moved = { ...store, villageCodes: ['370686101002'] };
  expect(editsOf(plan, { ...plan, projects: [roads, moved] })).toEqual({
    projects: [{ id: 'P02', patch: { villageCodes: ['370686101002'] } }],
  });
});
