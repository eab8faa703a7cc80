import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, take } from '@/api/client';
import type { paths } from '@/api/schema';
import type { Shape } from '@/api/types';
import type { ListParams } from '@/lib/listParams';

type SummaryAsked = NonNullable<paths['/funds/summary']['get']['parameters']['query']>;
type EntriesAsked = NonNullable<paths['/funds/entries']['get']['parameters']['query']>;

const scope = ['batch', 'city', 'county', 'application', 'line', 'source', 'project'] as const;

/** The part of an address that says which money is meant. */
export function scopeOf(
  params: ListParams,
): Record<(typeof scope)[number], string | undefined> & { level: SummaryAsked['level'] } {
  const found = Object.fromEntries(scope.map((name) => [name, params.get(name)]));
  const level = params.get('level');
  return { ...found, level: isLevel(level) ? level : undefined } as ReturnType<typeof scopeOf>;
}

const isLevel = (l: string | undefined): l is NonNullable<SummaryAsked['level']> =>
  l !== undefined && ['CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'NONE'].includes(l);

export function useSummary(asked: SummaryAsked) {
  return useQuery({
    queryKey: ['funds', 'summary', asked],
    queryFn: () => take(api.GET('/funds/summary', { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useWarnings(asked: SummaryAsked) {
  return useQuery({
    queryKey: ['funds', 'warnings', asked],
    queryFn: () => take(api.GET('/funds/warnings', { params: { query: asked } })),
    placeholderData: keepPreviousData,
  });
}

export function useAccount(application: string) {
  return useQuery({
    queryKey: ['funds', 'account', application],
    enabled: application !== '',
    queryFn: () => take(api.GET('/funds/lines', { params: { query: { application } } })),
  });
}

export function entriesAsked(params: ListParams): EntriesAsked {
  return {
    ...scopeOf(params),
    kind: params.get('kind'),
    state: params.get('state'),
    from: params.get('from'),
    to: params.get('to'),
    q: params.q,
    sort: params.sort,
    page: params.page,
    pageSize: params.pageSize,
  };
}

export function useEntries(asked: EntriesAsked) {
  return useQuery({
    queryKey: ['funds', 'entries', asked],
    queryFn: () => take(api.GET('/funds/entries', { params: { query: asked } })),
  });
}

export function useEntry(entryId: string) {
  return useQuery({
    queryKey: ['funds', 'entry', entryId],
    enabled: entryId !== '',
    queryFn: () => take(api.GET('/funds/entries/{entryId}', { params: { path: { entryId } } })),
  });
}

export function useVouchers(id: string) {
  return useQuery({
    queryKey: ['funds', 'vouchers', id],
    enabled: id !== '',
    queryFn: () => take(api.GET('/applications/{id}/vouchers', { params: { path: { id } } })),
  });
}

export function usePeriods(batch: string) {
  return useQuery({
    queryKey: ['funds', 'periods', batch],
    enabled: batch !== '',
    queryFn: () => take(api.GET('/funds/periods', { params: { query: { batch } } })),
  });
}

/** The zones by their applications, for lists that run over several. */
export function useZones() {
  const zones = useSummary({ by: 'zone' });
  return new Map((zones.data?.items ?? []).filter((n) => n.depth === 'zone').map((n) => [n.applicationId, n.name]));
}

/** Whatever changes money changes every figure shown of it. */
function useMoney<In, Out>(run: (given: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['funds'] }),
        client.invalidateQueries({ queryKey: ['todos'] }),
      ]),
  });
}

/** The key inside the body makes a repeat harmless, so that no other is needed. */
export function useEnter() {
  return useMoney((body: Shape<'FundEnteredBody'>) => take(api.POST('/funds/entries', { body })));
}

export function useDecide(entryId: string) {
  return useMoney((body: Shape<'FundDecidedBody'>) =>
    take(
      api.POST('/funds/entries/{entryId}/actions', {
        params: { path: { entryId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    ),
  );
}

export function useClosePeriod() {
  return useMoney((body: Shape<'CloseFundPeriodRequest'>) =>
    take(api.POST('/funds/periods', { params: { header: { 'Idempotency-Key': newKey() } }, body })),
  );
}
