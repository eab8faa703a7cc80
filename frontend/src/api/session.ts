import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, take } from './client';
import { isRefusal } from './problem';
import type { Me } from './types';

const key = ['session'] as const;

/** Who is signed in; null for nobody. The difference of clocks is kept for the countdown. */
export const sessionQuery = queryOptions({
  queryKey: key,
  staleTime: 60_000,
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = await take(api.GET('/session'));
      setServerClock(me.serverTime);
      return me;
    } catch (e) {
      if (isRefusal(e) && e.status === 401) return null;
      throw e;
    }
  },
});

let ahead = 0;
function setServerClock(serverTime: string) {
  ahead = Date.parse(serverTime) - Date.now();
}

/** The server's clock in milliseconds: deadlines are judged by it, never by this PC's. */
export function serverNow(): number {
  return Date.now() + ahead;
}

export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('没有登录');
  return data;
}

/** Whether one of the caller's posts allows an operation on some object at all; the server has the last word each time. */
export function can(me: Me, may: string): boolean {
  return me.may.includes(may);
}

export function useSession() {
  return useQuery(sessionQuery);
}

export function useSignedIn() {
  const client = useQueryClient();
  return {
    signIn: async (login: string, password: string, code?: string) => {
      const me = await take(api.POST('/session', { body: { login, password, ...(code ? { code } : {}) } }));
      setServerClock(me.serverTime);
      client.setQueryData(key, me);
      return me;
    },
    signOut: async () => {
      await take(api.DELETE('/session'));
      // A fresh document: nothing of this person's stays in memory for the next one at the same PC.
      location.assign('/sign-in');
    },
    changePassword: async (current: string, fresh: string) => {
      const me = await take(api.POST('/session/password', { body: { oldPassword: current, newPassword: fresh } }));
      client.setQueryData(key, me);
      return me;
    },
  };
}
