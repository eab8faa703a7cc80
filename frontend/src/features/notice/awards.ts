import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useApplicationList } from '@/api/applications';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Outcome } from '@/api/steps';
import type { Action, Application, Shape } from '@/api/types';

/** The batch's applications that were made public and wait for their award, each with what may be done with it now. */
export function useCandidates(batch: string) {
  const list = useApplicationList({ batch, state: ['PUBLIC_NOTICE'], pageSize: 200, sort: 'no' });
  const ids = batch === '' ? [] : (list.data?.items.map((a) => a.id) ?? []);
  const each = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['applications', id, 'award'],
      queryFn: () => take(api.GET('/applications/{id}', { params: { path: { id } } })),
    })),
  });
  return {
    items: each.flatMap((q) => (q.data ? [q.data] : [])),
    isPending: list.isPending || each.some((q) => q.isPending),
    error: list.error ?? each.find((q) => q.error)?.error ?? null,
    retry: () => {
      void list.refetch();
      for (const q of each) if (q.error) void q.refetch();
    },
  };
}

export function awardOf(a: Application): Action | undefined {
  return a.actions.find((x) => x.action === 'award');
}

/** Which notice names an application last, and the amount it was made public with. */
export function placeOf(notices: Shape<'Notice'>[], applicationId: string) {
  for (const n of notices) {
    if (n.state === 'DRAFT') continue;
    const entry = n.entries.find((e) => e.applicationId === applicationId && !e.left);
    if (entry) return { notice: n, entry };
  }
  return undefined;
}

export interface Result {
  application: Application;
  outcome?: Outcome;
  error?: unknown;
}

/** Signs the award of several one after another; one that is refused does not hold up the rest. The same signed again after a broken line is signed once. */
export function useAwarding() {
  const client = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async (given: { applications: Application[]; awardDocNo: string; opinion: string }) => {
      const results: Result[] = [];
      for (const application of given.applications) {
        const body = { action: 'award', awardDocNo: given.awardDocNo, opinion: given.opinion } as const;
        const content = JSON.stringify([application.id, application.version, body]);
        const key = keys.current.get(content) ?? newKey();
        keys.current.set(content, key);
        try {
          const header = { 'If-Match': tagOf(application.version), 'Idempotency-Key': key };
          const asked = api.POST('/applications/{id}/actions', {
            params: { path: { id: application.id }, header },
            body,
          });
          results.push({ application, outcome: await take(asked) });
        } catch (error) {
          results.push({ application, error });
        }
      }
      await Promise.all(
        ['applications', 'awards', 'notices', 'todos'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
      return results;
    },
  });
}
