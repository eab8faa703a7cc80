import { expect, it } from 'vitest';
import type { Shape } from '@/api/types';
import { matrixOf } from './matrix';

type Draw = Shape<'Draw'>;
type Panel = Shape<'Panel'>;
type Member = Shape<'PanelMember'>;

const draw = (but: Partial<Draw>): Draw => ({
  id: 'd1',
  batchId: 'b',
  stage: 'WRITTEN',
  stageLabel: '书面评审',
  no: 1,
  state: 'PUBLISHED',
  stateLabel: '已发布',
  reason: '首次抽取',
  seed: '1',
  perApplication: 2,
  minExperts: 1,
  loadCap: 9,
  counts: [{ applicationId: '370686-01', no: '370686-01', experts: 1 }],
  candidates: [
    { code: 'E02', name: '乙', load: 0 },
    { code: 'E01', name: '甲', load: 1 },
  ],
  conflicts: [],
  pairs: [],
  held: [],
  input: { applications: [], candidates: [], conflicts: [], held: [] },
  digest: '',
  replay: '',
  createdBy: '',
  createdAt: '2026-01-01T00:00:00Z',
  decidedAt: null,
  version: 1,
  ...but,
});

const member = (code: string, state: Member['state'], stateLabel: string): Member => ({
  reviewId: code,
  code,
  state,
  stateLabel,
  submittedAt: null,
});

const panel = (no: string, experts: Member[]): Panel => ({
  application: {
    id: no,
    no,
    city: { code: '370600', name: '烟台市' },
    county: { code: '370686', name: '栖霞市' },
    channel: 'KEY_COUNTY',
    title: '果韵云溪',
    state: 'EXPERT_REVIEW',
    stateLabel: '书面评审',
  },
  stages: [{ stage: 'WRITTEN', stageLabel: '书面评审', open: true, effective: 1, submitted: 0, experts }],
});

const cellsOf = (m: ReturnType<typeof matrixOf>, code: string) => m.rows.find((r) => r.code === code)?.cells;

it('is empty before anything was drawn, and for another stage', () => {
  expect(matrixOf('WRITTEN', [], [panel('370686-01', [])])).toEqual({ applications: [], rows: [] });
  expect(matrixOf('DEFENCE', [draw({})], []).rows).toEqual([]);
});

it('lists experts by number and applications by number, with the county where it is known', () => {
  const counts = [
    { applicationId: '371082-01', no: '371082-01', experts: 1 },
    { applicationId: '370686-01', no: '370686-01', experts: 1 },
  ];
  const m = matrixOf('WRITTEN', [draw({ counts })], [panel('370686-01', [])]);
  expect(m.applications.map((a) => [a.no, a.county])).toEqual([
    ['370686-01', '栖霞市'],
    ['371082-01', ''],
  ]);
  expect(m.rows.map((r) => r.code)).toEqual(['E01', 'E02']);
});

it('tells one who has handed in from one still to, and counts both as load', () => {
  const m = matrixOf(
    'WRITTEN',
    [draw({})],
    [panel('370686-01', [member('E01', 'SUBMITTED', '已交分'), member('E02', 'OPEN', '评分中')])],
  );
  expect(cellsOf(m, 'E01')).toEqual([{ kind: 'done', word: '已交分', detail: '' }]);
  expect(cellsOf(m, 'E02')).toEqual([{ kind: 'drawn', word: '评分中', detail: '' }]);
  expect(m.rows.map((r) => r.load)).toEqual([1, 1]);
});

it('says in words why somebody may not judge', () => {
  const conflicts = [{ code: 'E01', no: '370686-01', ground: 'SAME_CITY' as const, detail: '籍贯烟台市' }];
  const m = matrixOf('WRITTEN', [draw({ conflicts })], []);
  expect(cellsOf(m, 'E01')).toEqual([{ kind: 'conflict', word: '同市', detail: '籍贯烟台市' }]);
  expect(cellsOf(m, 'E02')).toEqual([{ kind: 'free', word: '', detail: '' }]);
});

it('shows one recused afterwards as recused, not as assigned, whatever the draw said', () => {
  const pairs = [{ applicationId: '370686-01', code: 'E01', no: '370686-01' }];
  const m = matrixOf('WRITTEN', [draw({ pairs })], [panel('370686-01', [member('E01', 'RECUSED', '已回避')])]);
  expect(cellsOf(m, 'E01')?.[0]).toMatchObject({ kind: 'conflict', word: '已回避' });
  expect(m.rows[0]?.load).toBe(0);
});

it('shows a preview as such, and forgets one made void', () => {
  const pairs = [{ applicationId: '370686-01', code: 'E02', no: '370686-01' }];
  const proposed = matrixOf('WRITTEN', [draw({ state: 'PROPOSED', pairs })], []);
  expect(cellsOf(proposed, 'E02')?.[0]).toMatchObject({ kind: 'drawn', word: '预抽中' });
  expect(matrixOf('WRITTEN', [draw({ state: 'DISCARDED', pairs })], []).rows).toEqual([]);
});
