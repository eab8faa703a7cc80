import { useQueryClient } from '@tanstack/react-query';
import { api, take } from '@/api/client';
import type { Shape } from '@/api/types';
import { uploadFile } from '@/api/upload';

type Attachment = Shape<'Attachment'>;

/** Brings files to a draft and takes them away; the list and what hangs on it are read anew. */
export function useFiles(id: string, changed: () => void) {
  const client = useQueryClient();
  const after = async () => {
    await client.invalidateQueries({ queryKey: ['applications', id, 'attachments'] });
    changed();
  };
  return {
    upload: async (kind: string, file: File, tell: (percent: number) => void) => {
      const done = await uploadFile<Shape<'Attached'>>(`/applications/${id}/attachments`, { kind }, file, tell);
      await after();
      return done;
    },
    remove: async (file: Attachment) => {
      await take(
        api.DELETE('/attachments/{attachmentId}', {
          params: { path: { attachmentId: file.id }, header: { 'If-Match': `"${file.sha256}"` } },
        }),
      );
      await after();
    },
  };
}
