import { useQueries, useQuery } from '@tanstack/react-query';
import { api, take } from '@/api/client';

/** One city's applications of a batch, its quota and what of it is used. */
export function useShortlist(batchId: string, city: string) {
  return useQuery({
    queryKey: ['shortlist', batchId, city],
    enabled: batchId !== '' && city !== '',
    queryFn: () => take(api.GET('/batches/{batchId}/shortlist', { params: { path: { batchId }, query: { city } } })),
  });
}

/** What has been signed in an application's round of co-signing. */
export function useConsultations(ids: string[]) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['applications', id, 'consultations'],
      queryFn: () => take(api.GET('/applications/{id}/consultations', { params: { path: { id } } })),
    })),
  });
}

/** The applications laid side by side, each with its present findings. */
export function useCompared(ids: string[]) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['applications', id, 'compared'],
      queryFn: async () => {
        const params = { params: { path: { id } } };
        const [application, checked] = await Promise.all([
          take(api.GET('/applications/{id}', params)),
          take(api.GET('/applications/{id}/checks', params)),
        ]);
        return { application, findings: checked.findings };
      },
    })),
  });
}
