import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, tagOf, take } from '@/api/client';
import type { Asked } from '@/api/steps';
import type { Shape } from '@/api/types';
import { type Edits, isEmpty, sameEdits } from './edits';

type Row = Shape<'PlanChangeRow'>;
type ChangeAct = Shape<'ActOnPlanChangeRequest'>;

const key = (id: string, ...what: (string | number)[]) => ['applications', id, 'plan', ...what];

/** The versions of the approved plan, the first first. */
export function usePlans(id: string) {
  return useQuery({
    queryKey: key(id),
    queryFn: () => take(api.GET('/applications/{id}/plans', { params: { path: { id } } })),
  });
}

export function usePlan(id: string, n: number | undefined) {
  return useQuery({
    queryKey: key(id, n ?? 0),
    enabled: n !== undefined,
    queryFn: () => take(api.GET('/applications/{id}/plans/{n}', { params: { path: { id, n: n ?? 0 } } })),
  });
}

export function usePlanDiff(id: string, n: number, m: number) {
  return useQuery({
    queryKey: key(id, 'diff', n, m),
    queryFn: () => take(api.GET('/applications/{id}/plans/{n}/diff/{m}', { params: { path: { id, n, m } } })),
  });
}

export function usePlanChanges(id: string) {
  return useQuery({
    queryKey: key(id, 'changes'),
    queryFn: () => take(api.GET('/applications/{id}/plan-changes', { params: { path: { id } } })),
  });
}

export function usePlanChange(changeId: string) {
  return useQuery({
    queryKey: ['plan-changes', changeId],
    queryFn: () => take(api.GET('/plan-changes/{changeId}', { params: { path: { changeId } } })),
  });
}

const pause = 800;

/** What the edits would come to, asked of the server once typing rests; nothing is kept there. */
export function useTrial(id: string, baseVersion: number, edits: Edits) {
  const [resting, rest] = useState(edits);
  const stale = !sameEdits(resting, edits);
  useEffect(() => {
    if (!stale) return;
    const timer = setTimeout(() => rest(edits), pause);
    return () => clearTimeout(timer);
  }, [stale, edits]);
  const trial = useQuery({
    queryKey: key(id, 'trial', baseVersion, JSON.stringify(resting)),
    enabled: !isEmpty(resting),
    gcTime: 0,
    retry: false,
    placeholderData: (before) => before,
    queryFn: () =>
      take(
        api.POST('/applications/{id}/plan-changes', {
          params: { path: { id }, query: { dryRun: true }, header: {} },
          body: { baseVersion, reason: '试算', ...resting },
        }),
      ),
  });
  return { ...trial, settled: !stale && !trial.isFetching };
}

export function usePropose(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key: once }: { body: Shape<'PlanChangeAskedBody'>; key: string }) =>
      take(
        api.POST('/applications/{id}/plan-changes', {
          params: { path: { id }, header: { 'Idempotency-Key': once } },
          body,
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: key(id) });
      await client.invalidateQueries({ queryKey: ['todos'] });
    },
  });
}

/** One act on a change over the version the person saw. */
export function useChangeStep(change: Row) {
  const client = useQueryClient();
  return async (asked: Asked, once: string) => {
    const body: ChangeAct = {
      action: actOf(asked.action),
      ...(asked.opinion?.trim() ? { reason: asked.opinion } : {}),
    };
    await take(
      api.POST('/plan-changes/{changeId}/actions', {
        params: {
          path: { changeId: change.id },
          header: { 'If-Match': tagOf(change.version), 'Idempotency-Key': once },
        },
        body,
      }),
    );
    await client.invalidateQueries({ queryKey: ['plan-changes', change.id] });
    await client.invalidateQueries({ queryKey: ['applications', change.applicationId] });
    await client.invalidateQueries({ queryKey: ['todos'] });
    return { done: true, waiting: [] };
  };
}

const acts: ChangeAct['action'][] = ['sign', 'approve', 'reject', 'withdraw'];

/** The server's own word for an act, found among those its contract names. */
function actOf(action: string): ChangeAct['action'] {
  const known = acts.find((a) => a === action);
  if (!known) throw new Error(`没有“${action}”这个事项`);
  return known;
}
