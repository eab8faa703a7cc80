import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Shape } from '@/api/types';
import { type Draft, type Report, wireOf } from './draft';

/** The months of an award, the newest first. */
export function useMonths(id: string) {
  return useQuery({
    queryKey: ['monthly', id],
    queryFn: () => take(api.GET('/applications/{id}/monthly-reports', { params: { path: { id } } })),
  });
}

/** One month; not read anew behind the back of whoever fills it in. */
export function useReport(id: string, month: string | undefined) {
  return useQuery({
    queryKey: ['monthly', id, month],
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    enabled: month !== undefined,
    queryFn: () =>
      take(api.GET('/applications/{id}/monthly-reports/{month}', { params: { path: { id, month: month ?? '' } } })),
  });
}

export function useReportActs(id: string, month: string) {
  const client = useQueryClient();
  const path = { id, month };
  return {
    save: async (draft: Draft, version: number): Promise<number> => {
      const saved = await take(
        api.PUT('/applications/{id}/monthly-reports/{month}', {
          params: { path, header: { 'If-Match': tagOf(version) } },
          body: wireOf(draft),
        }),
      );
      client.setQueryData(['monthly', id, month], saved);
      void client.invalidateQueries({ queryKey: ['monthly', id], exact: true });
      return saved.version;
    },
    act: async (version: number, body: Shape<'ActOnMonthlyReportRequest'>, key = newKey()): Promise<Report> => {
      const done = await take(
        api.POST('/applications/{id}/monthly-reports/{month}/actions', {
          params: { path, header: { 'If-Match': tagOf(version), 'Idempotency-Key': key } },
          body,
        }),
      );
      await client.invalidateQueries({ queryKey: ['monthly', id] });
      return done;
    },
  };
}
