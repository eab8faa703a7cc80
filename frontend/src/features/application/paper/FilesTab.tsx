import type { PackParams } from '@/api/pack';
import { AttachmentList } from '@/components/AttachmentList';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { useAttachments } from '../queries';

export function FilesTab({ id, pack }: { id: string; pack: PackParams | undefined }) {
  const list = useAttachments(id);
  if (list.error) return <RefusalNote error={list.error} onRetry={() => list.refetch()} />;
  if (!list.data) return <Loading what="正在读取附件" />;
  return <AttachmentList files={list.data.items} pack={pack} />;
}
