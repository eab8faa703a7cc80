import { useQueryClient } from '@tanstack/react-query';
import { api, tagOf, take } from './client';
import type { Shape } from './types';

type StepAsked = Shape<'StepAsked'>;

/** A step as a page asks for it: the action comes from the server's own list, so it is one the server knows. */
export type Asked = Omit<StepAsked, 'action'> & { action: string };
export type Outcome = Shape<'Outcome'>;

/** Takes a step of an application over the version the person saw; what hangs on its state is read anew afterwards. */
export function useStep(application: { id: string; version: number }) {
  const client = useQueryClient();
  return async (asked: Asked, key: string): Promise<Outcome> => {
    const outcome = await take(
      api.POST('/applications/{id}/actions', {
        params: {
          path: { id: application.id },
          header: { 'If-Match': tagOf(application.version), 'Idempotency-Key': key },
        },
        body: asked as StepAsked,
      }),
    );
    await client.invalidateQueries({ queryKey: ['applications'] });
    await client.invalidateQueries({ queryKey: ['todos'] });
    return outcome;
  };
}
