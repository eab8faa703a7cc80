import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Shape } from '@/api/types';

export type Order = Shape<'Supervision'>;

export function useOrders(live: boolean, batch: string | undefined) {
  return useQuery({
    queryKey: ['supervision', live, batch],
    queryFn: () => take(api.GET('/supervision-orders', { params: { query: { live: live || undefined, batch } } })),
  });
}

export function useAct(order: Order) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<'ActOnSupervisionRequest'>) =>
      take(
        api.POST('/supervision-orders/{orderId}/actions', {
          params: {
            path: { orderId: order.id },
            header: { 'If-Match': tagOf(order.version), 'Idempotency-Key': newKey() },
          },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all(['supervision', 'funds', 'todos'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
