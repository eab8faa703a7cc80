import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';

/** The batches the caller may know of, the newest first. */
export function useBatches() {
  return useQuery({ queryKey: ['batches'], queryFn: () => take(api.GET('/batches')) });
}
