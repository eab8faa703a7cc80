import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Batch, Shape } from '@/api/types';
import type { JsonObject } from '@/lib/json';

export type Move = Shape<'BatchMovedBody'>['action'];

export function useBatch(batchId: string) {
  return useQuery({
    queryKey: ['batches', batchId],
    queryFn: () => take(api.GET('/batches/{batchId}', { params: { path: { batchId } } })),
  });
}

/** A pack version's whole content; 0 is the one in force. */
export function usePack(batchId: string, version = 0) {
  return useQuery({
    queryKey: ['batches', batchId, 'pack', version],
    queryFn: async () =>
      (await take(
        api.GET('/batches/{batchId}/pack', { params: { path: { batchId }, query: { version } } }),
      )) as JsonObject,
  });
}

export function usePacks(batchId: string) {
  return useQuery({
    queryKey: ['batches', batchId, 'packs'],
    queryFn: () => take(api.GET('/batches/{batchId}/packs', { params: { path: { batchId } } })),
  });
}

export function useSimulations(batchId: string) {
  return useQuery({
    queryKey: ['batches', batchId, 'simulations'],
    queryFn: () => take(api.GET('/batches/{batchId}/simulations', { params: { path: { batchId } } })),
  });
}

export function useSimulation(simulationId: string) {
  return useQuery({
    queryKey: ['simulations', simulationId],
    queryFn: () => take(api.GET('/simulations/{simulationId}', { params: { path: { simulationId } } })),
  });
}

/** Whatever changes a batch changes what is shown of it. */
function useBatchCommand<In, Out>(run: (given: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: ['batches'] }) });
}

export function useCreateBatch() {
  return useBatchCommand((pack: JsonObject) =>
    take(api.POST('/batches', { body: pack, params: { header: { 'Idempotency-Key': newKey() } } })),
  );
}

export function useMove(batch: Batch) {
  return useBatchCommand((action: Move) =>
    take(
      api.POST('/batches/{batchId}/actions', {
        params: {
          path: { batchId: batch.id },
          header: { 'If-Match': tagOf(batch.version), 'Idempotency-Key': newKey() },
        },
        body: { action },
      }),
    ),
  );
}

export function usePutPack(batch: Batch) {
  return useBatchCommand((pack: JsonObject) =>
    take(
      api.PUT('/batches/{batchId}/pack', {
        params: { path: { batchId: batch.id }, header: { 'If-Match': tagOf(batch.version) } },
        body: pack,
      }),
    ),
  );
}

export interface Superseding {
  pack: JsonObject;
  docNo: string;
  effectiveAt: string | null;
}

export function useSupersede(batch: Batch) {
  return useBatchCommand((body: Superseding) =>
    take(
      api.POST('/batches/{batchId}/pack', {
        params: {
          path: { batchId: batch.id },
          header: { 'If-Match': tagOf(batch.version), 'Idempotency-Key': newKey() },
        },
        body,
      }),
    ),
  );
}

export function useSimulate(batchId: string) {
  return useBatchCommand((body: { title: string; params: JsonObject }) =>
    take(
      api.POST('/batches/{batchId}/simulations', {
        params: { path: { batchId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    ),
  );
}
