import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';
import type { operations } from './schema';

export type ApplicationQuery = NonNullable<operations['listApplications']['parameters']['query']>;
export type State = NonNullable<ApplicationQuery['state']>[number];

/** A list's query as it stands in the page's address; what the server does not know it refuses with its reason. */
export function applicationQuery(get: (name: string) => string | undefined, page: number, pageSize: number) {
  const query: Record<string, unknown> = { page, pageSize };
  for (const name of ['batch', 'city', 'county', 'channel', 'rule', 'q', 'sort'])
    if (get(name) !== undefined) query[name] = get(name);
  if (get('state') !== undefined) query.state = [get('state')];
  if (get('unconfirmed') === '1') query.unconfirmed = true;
  return query as ApplicationQuery;
}

export function useApplicationList(query: ApplicationQuery) {
  return useQuery({
    queryKey: ['applications', 'list', query],
    placeholderData: (before) => before,
    queryFn: () => take(api.GET('/applications', { params: { query } })),
  });
}

/** One application with what may be done to it now: never from what was kept, as others work on it too. */
export function useApplication(id: string) {
  return useQuery({
    queryKey: ['applications', id],
    staleTime: 0,
    queryFn: () => take(api.GET('/applications/{id}', { params: { path: { id } } })),
  });
}
