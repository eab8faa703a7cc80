import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Shape } from '@/api/types';
import { uploadFile } from '@/api/upload';

/** One act on a task: what it carries depends on which it is, and the server refuses what does not belong. */
export interface Act {
  action: 'declare' | 'submit' | 'recuse' | 'reopen' | 'explain';
  sheet?: Shape<'ScoreSheet'>;
  reason?: string;
  text?: string;
}
type Row = Shape<'ReviewRow'>;

/** All of the caller's own tasks, every batch and stage; an expert has some tens at most. */
export function useReviews() {
  return useQuery({
    queryKey: ['reviews', 'mine'],
    staleTime: 0,
    queryFn: () => take(api.GET('/reviews', { params: { query: { mine: true, page: 1, pageSize: 200 } } })),
  });
}

/** One task. Not read anew behind the person's back: what is being typed rests on the version read. */
export function useReview(id: string) {
  return useQuery({
    queryKey: ['reviews', id],
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    queryFn: () => take(api.GET('/reviews/{reviewId}', { params: { path: { reviewId: id } } })),
  });
}

export function useReviewEvents(id: string) {
  return useQuery({
    queryKey: ['reviews', id, 'events'],
    queryFn: () => take(api.GET('/reviews/{reviewId}/events', { params: { path: { reviewId: id } } })),
  });
}

/** The files of an application whose document the expert may read. */
export function useFiles(applicationId: string) {
  return useQuery({
    queryKey: ['applications', applicationId, 'attachments'],
    queryFn: () => take(api.GET('/applications/{id}/attachments', { params: { path: { id: applicationId } } })),
  });
}

export function useBatchNames() {
  return useQuery({ queryKey: ['batches'], queryFn: () => take(api.GET('/batches')) });
}

export async function saveSheet(id: string, sheet: Shape<'ScoreSheet'>, version: number): Promise<number> {
  const row = await take(
    api.PUT('/reviews/{reviewId}', {
      params: { path: { reviewId: id }, header: { 'If-Match': tagOf(version) } },
      body: sheet,
    }),
  );
  return row.version;
}

/** Takes one act on a task; what hangs on it is read anew. */
export function useReviewAct() {
  const client = useQueryClient();
  return async (task: { id: string; version: number }, act: Act, key = newKey()): Promise<Row> => {
    const row = await take(
      api.POST('/reviews/{reviewId}/actions', {
        params: {
          path: { reviewId: task.id },
          header: { 'If-Match': tagOf(task.version), 'Idempotency-Key': key },
        },
        body: act,
      }),
    );
    await client.invalidateQueries({ queryKey: ['reviews'] });
    await client.invalidateQueries({ queryKey: ['todos'] });
    return row;
  };
}

/** Sends a sheet filled in offline; it is saved as a draft. */
export function sendBook(id: string, version: number, file: File, onProgress: (percent: number) => void) {
  return uploadFile<Row>(`/reviews/${id}/sheet.xlsx`, {}, file, onProgress, { 'If-Match': tagOf(version) });
}
