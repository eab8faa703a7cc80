import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Shape } from '@/api/types';
import type { Stage } from './labels';

const root = 'review-desk';

export function usePanels(batchId: string) {
  return useQuery({
    queryKey: [root, batchId, 'panels'],
    staleTime: 0,
    queryFn: () => take(api.GET('/batches/{batchId}/panels', { params: { path: { batchId } } })),
  });
}

export function useDraws(batchId: string) {
  return useQuery({
    queryKey: [root, batchId, 'draws'],
    staleTime: 0,
    queryFn: () => take(api.GET('/batches/{batchId}/draws', { params: { path: { batchId } } })),
  });
}

export function useExperts() {
  return useQuery({ queryKey: [root, 'experts'], staleTime: 0, queryFn: () => take(api.GET('/experts')) });
}

export function useDefences(batchId: string) {
  return useQuery({
    queryKey: [root, batchId, 'defences'],
    staleTime: 0,
    queryFn: () => take(api.GET('/batches/{batchId}/defences', { params: { path: { batchId } } })),
  });
}

interface TasksAsked {
  page: number;
  pageSize: number;
  stage: Stage | undefined;
  state: 'ASSIGNED' | 'OPEN' | 'SUBMITTED' | 'RECUSED' | undefined;
}

export function useTasks(batchId: string, asked: TasksAsked) {
  const { page, pageSize, stage, state } = asked;
  return useQuery({
    queryKey: [root, batchId, 'tasks', asked],
    staleTime: 0,
    queryFn: () =>
      take(
        api.GET('/reviews', {
          params: {
            query: {
              batch: batchId,
              page,
              pageSize,
              ...(stage ? { stage } : {}),
              ...(state ? { state: [state] } : {}),
            },
          },
        }),
      ),
  });
}

/** Reads the desk anew after an act done elsewhere on the page. */
export function useDeskAnew() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [root] });
}

/** What the organisers do; everything on the desk is read anew after it. */
export function useDeskActs(batchId: string) {
  const client = useQueryClient();
  const path = { batchId };
  async function anew<T>(done: T): Promise<T> {
    await client.invalidateQueries({ queryKey: [root] });
    return done;
  }
  return {
    saveExpert: async (accountId: string, version: number, body: Shape<'ExpertPutBody'>) =>
      anew(
        await take(
          api.PUT('/experts/{accountId}', {
            params: { path: { accountId }, header: { 'If-Match': tagOf(version) } },
            body,
          }),
        ),
      ),
    propose: async (body: Shape<'DrawAskedBody'>, key: string) =>
      anew(
        await take(
          api.POST('/batches/{batchId}/draws', { params: { path, header: { 'Idempotency-Key': key } }, body }),
        ),
      ),
    decide: async (draw: { id: string; version: number }, action: 'publish' | 'discard', reason = '') =>
      anew(
        await take(
          api.POST('/batches/{batchId}/draws/{drawId}/actions', {
            params: {
              path: { batchId, drawId: draw.id },
              header: { 'If-Match': tagOf(draw.version), 'Idempotency-Key': newKey() },
            },
            body: { action, ...(reason ? { reason } : {}) },
          }),
        ),
      ),
    drawOrder: async (seed: string, partial: boolean, key: string) =>
      anew(
        await take(
          api.POST('/batches/{batchId}/defences', {
            params: { path, header: { 'Idempotency-Key': key } },
            body: { ...(seed ? { seed } : {}), ...(partial ? { partial } : {}) },
          }),
        ),
      ),
    recordDefence: async (of: { applicationId: string; version: number }, body: Shape<'DefenceRecordedBody'>) =>
      anew(
        await take(
          api.PUT('/applications/{id}/defence', {
            params: { path: { id: of.applicationId }, header: { 'If-Match': tagOf(of.version) } },
            body,
          }),
        ),
      ),
    actOnTask: async (task: { id: string; version: number }, action: 'reopen' | 'recuse', reason: string) =>
      anew(
        await take(
          api.POST('/reviews/{reviewId}/actions', {
            params: {
              path: { reviewId: task.id },
              header: { 'If-Match': tagOf(task.version), 'Idempotency-Key': newKey() },
            },
            body: { action, reason },
          }),
        ),
      ),
  };
}
