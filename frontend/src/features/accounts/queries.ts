import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { paths } from '@/api/schema';
import type { Shape } from '@/api/types';
import type { ListParams } from '@/lib/listParams';

const root = 'accounts';

export type Account = Shape<'Account'>;
type Asked = NonNullable<paths['/grants']['get']['parameters']['query']>;

const sorts = ['login', '-login', 'name', '-name', 'unit', '-unit', 'updated', '-updated'] as const;

export function accountsAsked(params: ListParams): Asked {
  const state = params.get('state');
  return {
    q: params.q,
    role: params.get('role'),
    region: params.get('region'),
    state: state === 'active' || state === 'disabled' ? state : undefined,
    sort: sorts.find((s) => s === params.sort),
    page: params.page,
    pageSize: params.pageSize,
  };
}

/** Accounts with their posts. Each of the three administrators may read the posts, not each the accounts themselves. */
export function useAccounts(asked: Asked) {
  return useQuery({
    queryKey: [root, 'list', asked],
    staleTime: 0,
    placeholderData: (before) => before,
    queryFn: () => take(api.GET('/grants', { params: { query: asked } })),
  });
}

export function useAccount(accountId: string) {
  return useQuery({
    queryKey: [root, 'one', accountId],
    staleTime: 0,
    queryFn: () => take(api.GET('/accounts/{accountId}', { params: { path: { accountId } } })),
  });
}

/** The posts that may be granted, at which level, and which of them may not meet. */
export function useRoles() {
  return useQuery({
    queryKey: [root, 'roles'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => take(api.GET('/roles')),
  });
}

/** What administrators do to accounts; the lists are read anew after it, the account itself is what the server answered. */
export function useAccountActs() {
  const client = useQueryClient();
  async function kept(a: Account): Promise<Account> {
    // The first password is for the page that asked for it, not for what is kept.
    const { password: _, ...rest } = a;
    client.setQueryData([root, 'one', a.id], rest);
    await client.invalidateQueries({ queryKey: [root, 'list'] });
    return a;
  }
  const on = (a: Account) => ({ path: { accountId: a.id }, header: { 'If-Match': tagOf(a.version) } });
  const keyed = (a: Account) => {
    const { path, header } = on(a);
    return { path, header: { ...header, 'Idempotency-Key': newKey() } };
  };
  return {
    create: async (body: Shape<'CreateAccountRequest'>, key: string) =>
      kept(await take(api.POST('/accounts', { params: { header: { 'Idempotency-Key': key } }, body }))),
    rename: async (a: Account, body: Shape<'PutAccountRequest'>) =>
      kept(await take(api.PUT('/accounts/{accountId}', { params: on(a), body }))),
    act: async (a: Account, action: Shape<'AccountActedBody'>['action'], reason: string) =>
      kept(
        await take(
          api.POST('/accounts/{accountId}/actions', {
            params: keyed(a),
            body: { action, ...(reason ? { reason } : {}) },
          }),
        ),
      ),
    resetFactor: async (a: Account, reason: string) =>
      kept(
        await take(
          api.DELETE('/accounts/{accountId}/second-factor', {
            params: { ...on(a), query: reason ? { reason } : {} },
          }),
        ),
      ),
    grant: async (a: Account, body: Shape<'AddGrantRequest'>) =>
      kept(await take(api.POST('/accounts/{accountId}/grants', { params: keyed(a), body }))),
    revoke: async (a: Account, grantId: string, reason: string) => {
      const { path, header } = on(a);
      return kept(
        await take(
          api.DELETE('/accounts/{accountId}/grants/{grantId}', {
            params: { path: { ...path, grantId }, header, query: reason ? { reason } : {} },
          }),
        ),
      );
    },
  };
}
