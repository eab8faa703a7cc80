import { describe, expect, it } from 'vitest';
import { batchInHand, inOrder, nextAfter, progressOf, type Task } from './tasks';

const place = { code: '370800', name: '济宁市' };
function task(id: string, stage: Task['stage'], state: Task['state'], no: string, batchId = 'b1', open = true): Task {
  const application = { id: no, no, city: place, county: place, channel: 'KEY_COUNTY' as const, title: no };
  return {
    id,
    batchId,
    applicationId: no,
    stage,
    stageLabel: stage,
    expertCode: 'E01',
    snapshotNo: 1,
    state,
    stateLabel: state,
    version: 1,
    recuseReason: '',
    declaredAt: null,
    submittedAt: null,
    recusedAt: null,
    createdAt: batchId === 'b1' ? '2026-01-01T00:00:00Z' : '2022-01-01T00:00:00Z',
    application: { ...application, state: '', stateLabel: '' },
    open,
  };
}

const tasks = [
  task('d', 'DEFENCE', 'OPEN', '01'),
  task('c', 'WRITTEN', 'OPEN', '03'),
  task('a', 'WRITTEN', 'OPEN', '01'),
  task('b', 'WRITTEN', 'SUBMITTED', '02'),
  task('r', 'WRITTEN', 'RECUSED', '00'),
  task('old', 'WRITTEN', 'SUBMITTED', '01', 'b0', false),
];

describe('an expert’s tasks', () => {
  it('stand written before defence, recused last', () => {
    expect(inOrder(tasks.slice(0, 5)).map((t) => t.id)).toEqual(['a', 'b', 'c', 'd', 'r']);
  });
  it('follow each other past what is handed in, and round', () => {
    expect(nextAfter(tasks, 'a')?.id).toBe('c');
    expect(nextAfter(tasks, 'c')?.id).toBe('a');
    expect(nextAfter(tasks, 'd')).toBeUndefined();
  });
  it('open at the batch that has work left', () => {
    expect(batchInHand([...tasks].reverse())).toBe('b1');
    expect(batchInHand([])).toBeUndefined();
  });
  it('count without those recused', () => {
    expect(progressOf(tasks.filter((t) => t.batchId === 'b1' && t.stage === 'WRITTEN'))).toEqual({ done: 1, of: 3 });
  });
});
