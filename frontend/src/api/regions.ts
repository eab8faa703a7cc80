import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';

/** The divisions: province, cities, counties. They do not change while a page is open. */
export function useRegions() {
  return useQuery({
    queryKey: ['regions'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => take(api.GET('/regions')),
  });
}
