import { useQueryClient } from '@tanstack/react-query';
import { api, take } from '@/api/client';
import { sessionQuery } from '@/api/session';

/** Setting and removing one's own second factor; who is signed in is what the server answers. */
export function useSecondFactor() {
  const client = useQueryClient();
  return {
    draw: (password: string) => take(api.POST('/session/second-factor', { body: { password } })),
    confirm: async (code: string) => {
      const me = await take(api.POST('/session/second-factor/confirmation', { body: { code } }));
      client.setQueryData(sessionQuery.queryKey, me);
    },
    remove: async (password: string, code: string) => {
      const me = await take(api.POST('/session/second-factor/removal', { body: { password, code } }));
      client.setQueryData(sessionQuery.queryKey, me);
    },
  };
}
