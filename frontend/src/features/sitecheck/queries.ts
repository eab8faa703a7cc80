import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newKey, tagOf, take } from '@/api/client';
import type { Shape } from '@/api/types';
import { uploadFile } from '@/api/upload';

type Check = Shape<'SiteCheck'>;
type Photo = Shape<'SitePhoto'>;

export function useSiteChecks(batchId: string | undefined) {
  return useQuery({
    queryKey: ['site-checks', 'of', batchId],
    staleTime: 0,
    enabled: batchId !== undefined,
    queryFn: () => take(api.GET('/batches/{batchId}/site-checks', { params: { path: { batchId: batchId ?? '' } } })),
  });
}

/** One sheet; not read anew behind the back of whoever fills it in. */
export function useSiteCheck(id: string) {
  return useQuery({
    queryKey: ['site-checks', id],
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    queryFn: () => take(api.GET('/applications/{id}/site-check', { params: { path: { id } } })),
  });
}

/** The application checked: its frozen document says what was claimed. */
export function useChecked(id: string) {
  return useQuery({
    queryKey: ['applications', id],
    queryFn: () => take(api.GET('/applications/{id}', { params: { path: { id } } })),
  });
}

export function usePhotos(id: string) {
  return useQuery({
    queryKey: ['site-checks', id, 'photos'],
    queryFn: () => take(api.GET('/applications/{id}/site-check/photos', { params: { path: { id } } })),
  });
}

export async function saveCheck(id: string, version: number, body: Shape<'SiteSavedBody'>): Promise<number> {
  const saved = await take(
    api.PUT('/applications/{id}/site-check', {
      params: { path: { id }, header: { 'If-Match': tagOf(version) } },
      body,
    }),
  );
  return saved.version;
}

export function useSiteActs(id: string) {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: ['site-checks'] });
  return {
    act: async (version: number, action: 'submit' | 'reopen', reason = '', key = newKey()): Promise<Check> => {
      const done = await take(
        api.POST('/applications/{id}/site-check/actions', {
          params: { path: { id }, header: { 'If-Match': tagOf(version), 'Idempotency-Key': key } },
          body: { action, ...(reason ? { reason } : {}) },
        }),
      );
      await anew();
      return done;
    },
    assign: async (version: number, inspectors: string[]): Promise<Check> => {
      const done = await take(
        api.PUT('/applications/{id}/site-check/inspectors', {
          params: { path: { id }, header: { 'If-Match': tagOf(version) } },
          body: { inspectors },
        }),
      );
      await anew();
      return done;
    },
    addPhoto: async (item: string, file: File, onProgress: (percent: number) => void): Promise<Photo> => {
      const kept = await uploadFile<Photo>(`/applications/${id}/site-check/photos`, { item }, file, onProgress);
      await client.invalidateQueries({ queryKey: ['site-checks', id, 'photos'] });
      return kept;
    },
    dropPhoto: async (photo: Photo): Promise<void> => {
      await take(
        api.DELETE('/site-photos/{photoId}', {
          params: { path: { photoId: photo.id }, header: { 'If-Match': `"${photo.sha256}"` } },
        }),
      );
      await client.invalidateQueries({ queryKey: ['site-checks', id, 'photos'] });
    },
  };
}
