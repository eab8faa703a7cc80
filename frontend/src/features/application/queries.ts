import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, tagOf, take } from '@/api/client';
import { checkNow, readDraft } from '@/api/draft';
import type { Shape } from '@/api/types';

const path = (id: string) => ({ params: { path: { id } } });

/** Everything read of one application hangs below this key, so that a step taken reads all of it anew. */
const key = (id: string, ...what: (string | number)[]) => ['applications', id, ...what];

export function useApplication(id: string) {
  return useQuery({ queryKey: key(id), queryFn: () => take(api.GET('/applications/{id}', path(id))) });
}

export function useHistory(id: string) {
  return useQuery({
    queryKey: key(id, 'history'),
    queryFn: () => take(api.GET('/applications/{id}/history', path(id))),
  });
}

export function useConsultations(id: string) {
  return useQuery({
    queryKey: key(id, 'consultations'),
    queryFn: () => take(api.GET('/applications/{id}/consultations', path(id))),
  });
}

export function useAttachments(id: string) {
  return useQuery({
    queryKey: key(id, 'attachments'),
    queryFn: () => take(api.GET('/applications/{id}/attachments', path(id))),
  });
}

export function useSnapshots(id: string) {
  return useQuery({
    queryKey: key(id, 'snapshots'),
    queryFn: () => take(api.GET('/applications/{id}/snapshots', path(id))),
  });
}

export function useSnapshotDiff(id: string, n: number, m: number) {
  return useQuery({
    queryKey: key(id, 'diff', n, m),
    queryFn: () => take(api.GET('/applications/{id}/snapshots/{n}/diff/{m}', { params: { path: { id, n, m } } })),
  });
}

/** The rules as they were judged at the last submission, or over what the caller sees now. */
export function useChecks(id: string, live: boolean) {
  return useQuery({
    queryKey: key(id, 'checks', live ? 'now' : 'last'),
    queryFn: () => (live ? checkNow(id) : take(api.GET('/applications/{id}/checks', path(id)))),
  });
}

export function useConfirmations(id: string) {
  return useQuery({
    queryKey: key(id, 'confirmations'),
    queryFn: () => take(api.GET('/applications/{id}/confirmations', path(id))),
  });
}

/** Gives a bureau's word. Whatever came of it, what stands confirmed now is read anew. */
export function useConfirm(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key: once }: { body: Shape<'ConfirmAskedBody'>; key: string }) =>
      take(
        api.POST('/applications/{id}/confirmations', {
          params: { path: { id }, header: { 'Idempotency-Key': once } },
          body,
        }),
      ),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: key(id) });
      await client.invalidateQueries({ queryKey: ['todos'] });
    },
  });
}

/** What the province let through, rule by rule. */
export function useWaivers(id: string, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: key(id, 'waivers'),
    queryFn: () => take(api.GET('/applications/{id}/waivers', { params: { path: { id } } })),
  });
}

export function useGrantWaiver({ id, version }: { id: string; version: number }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key: once }: { body: Shape<'WaiverAskedBody'>; key: string }) =>
      take(
        api.POST('/applications/{id}/waivers', {
          params: { path: { id }, header: { 'If-Match': tagOf(version), 'Idempotency-Key': once } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: key(id) }),
  });
}

/** The money of an award, line by line. */
export function useMoney(id: string) {
  return useQuery({
    queryKey: key(id, 'money'),
    queryFn: () => take(api.GET('/funds/lines', { params: { query: { application: id } } })),
  });
}

/** The draft to be filled in. Read once: from then on the desk knows more than the cache. */
export function useDraft(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['draft', id],
    enabled,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: () => readDraft(id),
  });
}

export function useRefresh(id: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key(id) });
}
