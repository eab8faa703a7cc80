import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Shape } from '@/api/types';

type Notice = Shape<'Notice'>;

export function useNotices(batchId: string) {
  return useQuery({
    queryKey: ['notices', 'of', batchId],
    enabled: batchId !== '',
    queryFn: () => take(api.GET('/batches/{batchId}/notices', { params: { path: { batchId } } })),
  });
}

export function useNotice(noticeId: string) {
  return useQuery({
    queryKey: ['notices', noticeId],
    queryFn: () => take(api.GET('/notices/{noticeId}', { params: { path: { noticeId } } })),
  });
}

const objectionsOf = (noticeId: string) => ({
  queryKey: ['notices', noticeId, 'objections'],
  queryFn: () => take(api.GET('/notices/{noticeId}/objections', { params: { path: { noticeId } } })),
});

export function useObjections(noticeId: string) {
  return useQuery(objectionsOf(noticeId));
}

/** The objections to each of a batch's few notices, in their order. */
export function useObjectionsTo(noticeIds: string[]) {
  return useQueries({ queries: noticeIds.map(objectionsOf) });
}

export function useAwards(batch: string) {
  return useQuery({
    queryKey: ['awards', batch],
    enabled: batch !== '',
    queryFn: () => take(api.GET('/awards', { params: { query: { batch } } })),
  });
}

/** Whatever changes a notice changes the lists it stands in, and what may be done with the applications on it. */
function useNoticeCommand<In, Out>(run: (given: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await Promise.all(
        ['notices', 'applications', 'todos', 'public'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

export function useDraft(batchId: string) {
  return useNoticeCommand((key: string) =>
    take(api.POST('/batches/{batchId}/notices', { params: { path: { batchId }, header: { 'Idempotency-Key': key } } })),
  );
}

export function usePut(noticeId: string) {
  return useNoticeCommand(({ version, ...body }: Shape<'NoticePutBody'> & { version: number }) =>
    take(
      api.PUT('/notices/{noticeId}', {
        params: { path: { noticeId }, header: { 'If-Match': tagOf(version) } },
        body,
      }),
    ),
  );
}

export type Move = Shape<'NoticeMovedBody'>['action'];

export function useMove(notice: Notice) {
  return useNoticeCommand((action: Move) =>
    take(
      api.POST('/notices/{noticeId}/actions', {
        params: {
          path: { noticeId: notice.id },
          header: { 'If-Match': tagOf(notice.version), 'Idempotency-Key': newKey() },
        },
        body: { action },
      }),
    ),
  );
}

export function useAnswer(objection: Shape<'Objection'>) {
  return useNoticeCommand((given: { upheld: boolean; answer: string; key: string }) =>
    take(
      api.POST('/objections/{objectionId}/actions', {
        params: {
          path: { objectionId: objection.id },
          header: { 'If-Match': tagOf(objection.version), 'Idempotency-Key': given.key },
        },
        body: { action: 'answer', upheld: given.upheld, answer: given.answer },
      }),
    ),
  );
}
