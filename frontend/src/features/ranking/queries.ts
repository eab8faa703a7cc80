import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, tagOf, take } from '@/api/client';
import { isRefusal } from '@/api/problem';

const root = 'ranking';

/** The ranking in force; null where there is none to be seen. Not asked for while it is known not to be locked. */
export function useRanking(batchId: string, ask: boolean) {
  return useQuery({
    queryKey: [root, batchId],
    staleTime: 0,
    enabled: ask,
    queryFn: async () => {
      try {
        return await take(api.GET('/batches/{batchId}/ranking', { params: { path: { batchId } } }));
      } catch (e) {
        if (isRefusal(e) && e.status === 404) return null;
        throw e;
      }
    },
  });
}

/** How far the batch is from its ranking; only the province is told. */
export function useRankingDesk(batchId: string, told: boolean) {
  return useQuery({
    queryKey: [root, batchId, 'desk'],
    staleTime: 0,
    enabled: told,
    queryFn: () => take(api.GET('/batches/{batchId}/ranking/desk', { params: { path: { batchId } } })),
  });
}

export function useRankingAnew() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [root] });
}

export function useLock(batchId: string) {
  const client = useQueryClient();
  return async (version: number, seed: string, key: string) => {
    await take(
      api.POST('/batches/{batchId}/ranking', {
        params: { path: { batchId }, header: { 'If-Match': tagOf(version), 'Idempotency-Key': key } },
        body: seed ? { seed } : {},
      }),
    );
    await client.invalidateQueries({ queryKey: [root] });
    await client.invalidateQueries({ queryKey: ['batches'] });
  };
}

export function useVerify(batchId: string) {
  return useMutation({
    mutationFn: () => take(api.GET('/batches/{batchId}/ranking/verification', { params: { path: { batchId } } })),
  });
}
