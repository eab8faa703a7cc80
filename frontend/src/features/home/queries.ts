import { useQuery } from '@tanstack/react-query';
import { api, take } from '@/api/client';

/** What waits for the caller, or what the caller did. */
export function useTodos(done: boolean, page: number, pageSize: number, may: boolean) {
  return useQuery({
    queryKey: ['todos', done, page, pageSize],
    enabled: may,
    queryFn: () => take(api.GET('/todos', { params: { query: { done, page, pageSize } } })),
  });
}

/** The applications whose way is over. */
export function useEnded(page: number, pageSize: number, may: boolean) {
  return useQuery({
    queryKey: ['applications', 'ended', page, pageSize],
    enabled: may,
    queryFn: () =>
      take(
        api.GET('/applications', {
          params: {
            query: {
              page,
              pageSize,
              sort: '-updatedAt',
              state: ['AWARDED', 'NOT_AWARDED', 'DISQUALIFIED', 'NOT_SHORTLISTED', 'WITHDRAWN'],
            },
          },
        }),
      ),
  });
}
