import { expect, test } from 'vitest';
import type { Finding } from '@/api/problem';
import type { Application } from '@/api/types';
import { papersOf } from './Papers';
import { waivable, withWaivers } from './waived';

const application: Application = {
  id: 'a1',
  no: '370686-01',
  batchId: 'b1',
  batchCode: 'SD-XJTJQ-2027-LX',
  year: 2027,
  city: { code: '370600', name: '烟台市' },
  county: { code: '370686', name: '栖霞市' },
  channel: 'CITY_SELECTED',
  title: '“果韵云溪”衔接乡村振兴集中推进区',
  state: 'DRAFT',
  stateLabel: '草稿',
  stateSince: '2026-11-25T09:48:30Z',
  version: 2,
  snapshotNo: 0,
  packVersion: 1,
  submittedAt: null,
  reportedAt: null,
  overdue: false,
  cityDocNo: '',
  rank: 0,
  yellowRiverReason: '',
  returns: 0,
  createdAt: '2026-11-25T09:48:30Z',
  updatedAt: '2026-11-25T09:48:30Z',
  live: true,
  actions: [],
  summary: {
    villages: 10,
    projects: 27,
    linkage: 4000,
    provUp: 2000,
    integrated: 2000,
    total: 6980,
    failed: [],
    warned: [],
    waived: [],
    unconfirmed: 0,
  },
  document: {
    schemaVersion: '1.0',
    batchCode: 'SD-XJTJQ-2027-LX',
    channel: 'CITY_SELECTED',
    county: { code: '370686', name: '栖霞市' },
  },
};
const all = () => true;
const paths = (a: Application, may: (right: string) => boolean) => papersOf(a, may).map((p) => p.path);

test('who may not export gets the table of projects alone', () => {
  expect(paths(application, () => false)).toEqual(['/applications/a1/projects.xlsx']);
});

test('the city’s letter is there once it reported, its own city named', () => {
  expect(paths(application, all).some((p) => p.includes('recommendation'))).toBe(false);
  const reported = { ...application, state: 'REPORTED', reportedAt: '2026-12-08T08:00:00Z' };
  expect(paths(reported, all)).toContain('/batches/b1/recommendation.pdf?city=370600');
});

test('the approval is offered for what was awarded only', () => {
  expect(paths(application, all).some((p) => p.includes('approval'))).toBe(false);
  expect(paths({ ...application, state: 'AWARDED' }, all)).toContain('/awards/a1/approval.docx');
});

const finding = (rule: string, severity: string, verdict: string, waived?: string): Finding => ({
  rule,
  name: '',
  clause: '',
  severity,
  verdict,
  figure: { text: '' },
  advice: '',
  places: [],
  ...(waived ? { waived } : {}),
});

test('only a failing rule written 原则上 can be waived, and once', () => {
  const found = waivable([
    finding('V01', 'B*', 'FAIL'),
    finding('P02', 'B*', 'FAIL', '鲁乡振函〔2022〕101号'),
    finding('D01', 'B*', 'PASS'),
    finding('F06', 'B', 'FAIL'),
  ]);
  expect(found.map((f) => f.rule)).toEqual(['V01']);
});

test('a waiver lets its own rule through while it holds, and no other', () => {
  const waiver = (rule: string, expiresAt: string | null) => ({
    id: rule,
    rule,
    reason: '山区村庄居住集中',
    docNo: '鲁乡振函〔2022〕101号',
    grantedBy: '省乡村振兴局管理员',
    grantedAt: '2022-12-08T02:00:00Z',
    expiresAt,
  });
  const failing = [finding('V01', 'B*', 'FAIL'), finding('P02', 'B*', 'FAIL'), finding('F06', 'B', 'FAIL')];
  const ends = '2023-01-01T00:00:00Z';
  const judged = (now: string) =>
    withWaivers(failing, [waiver('V01', null), waiver('P02', ends)], Date.parse(now)).map((f) => f.waived ?? '');
  expect(judged('2022-12-31T23:59:59Z')).toEqual(['鲁乡振函〔2022〕101号', '鲁乡振函〔2022〕101号', '']);
  expect(judged(ends)).toEqual(['鲁乡振函〔2022〕101号', '', '']);
});
