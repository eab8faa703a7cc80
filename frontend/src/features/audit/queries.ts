import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '@/api/client';
import type { paths } from '@/api/schema';
import type { ListParams } from '@/lib/listParams';
import { isKind, type Kind } from './stream';

type Asked = NonNullable<paths['/audit']['get']['parameters']['query']>;

export function auditAsked(params: ListParams): Asked {
  const kind = params.get('kind');
  return {
    kind: isKind(kind) ? kind : undefined,
    action: params.get('action'),
    person: params.get('person'),
    q: params.q,
    from: params.get('from'),
    to: params.get('to'),
    sort: params.sort === 'at' ? 'at' : '-at',
    page: params.page,
    pageSize: params.pageSize,
  };
}

export function useAudit(asked: Asked) {
  return useQuery({
    queryKey: ['audit', 'list', asked],
    staleTime: 0,
    placeholderData: (before) => before,
    queryFn: () => take(api.GET('/audit', { params: { query: asked } })),
  });
}

/** The kinds of streams and what may happen in each; they do not change while a page is open. */
export function useAuditWords() {
  return useQuery({
    queryKey: ['audit', 'words'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => take(api.GET('/audit/words')),
  });
}

/** A stretch of one stream, from behind the entry numbered after. */
export function useStream(kind: Kind, id: string, after: number, limit: number) {
  return useQuery({
    queryKey: ['audit', 'stream', kind, id, after, limit],
    staleTime: 0,
    queryFn: () =>
      take(api.GET('/audit/streams/{kind}/{id}', { params: { path: { kind, id }, query: { after, limit } } })),
  });
}

export function useLastVerification() {
  return useQuery({
    queryKey: ['audit', 'verification'],
    staleTime: 0,
    queryFn: async () => (await take(api.GET('/audit/verifications/last'))).last,
  });
}

export function useVerify() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => take(api.POST('/audit/verifications')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}

export function useVerifyStream(kind: Kind, id: string) {
  return useMutation({
    mutationFn: () => take(api.GET('/audit/streams/{kind}/{id}/verification', { params: { path: { kind, id } } })),
  });
}

/** What a city's auditor finds streams by. */
export function useApplications(q: string | undefined, page: number, pageSize: number) {
  return useQuery({
    queryKey: ['applications', 'for-audit', q, page, pageSize],
    queryFn: () => take(api.GET('/applications', { params: { query: { q, page, pageSize } } })),
  });
}
