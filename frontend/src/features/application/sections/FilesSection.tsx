import type { PackParams } from '@/api/pack';
import { AttachmentList } from '@/components/AttachmentList';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import type { Lock } from '../draft/lock';
import { useAttachments } from '../queries';
import { useFiles } from '../useFiles';

interface Props {
  id: string;
  pack: PackParams | undefined;
  lock: Lock;
  onChanged: () => void;
}

/** ⑦ 附件: by kind, the required ones first. */
export function FilesSection({ id, pack, lock, onChanged }: Props) {
  const list = useAttachments(id);
  const files = useFiles(id, onChanged);
  if (list.error) return <RefusalNote error={list.error} onRetry={() => list.refetch()} />;
  if (!list.data) return <Loading what="正在读取附件" />;
  return (
    <div data-pointer="/attachments">
      <AttachmentList
        files={list.data.items}
        pack={pack}
        mayChange={(kind) => lock('attachments', kind) === null}
        upload={files.upload}
        onRemove={files.remove}
      />
    </div>
  );
}
