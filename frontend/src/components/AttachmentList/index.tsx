import type { PackParams } from '@/api/pack';
import { Empty } from '../Empty';
import { Tag } from '../Tag';
import styles from './AttachmentList.module.css';
import { FileLine } from './FileLine';
import { type Attachment, byKind, limitOf } from './kinds';
import { UploadButton } from './UploadButton';

interface Props {
  files: Attachment[];
  pack: PackParams | undefined;
  /** Whether a kind is open for adding and taking away; absent for readers. */
  mayChange?: (kind: string) => boolean;
  upload?: (kind: string, file: File, onProgress: (percent: number) => void) => Promise<unknown>;
  onRemove?: (file: Attachment) => Promise<unknown>;
}

/** The attachments by kind: what is required and there, what is missing, what may be added. */
export function AttachmentList({ files, pack, mayChange, upload, onRemove }: Props) {
  const kinds = byKind(files, pack, mayChange !== undefined);
  if (kinds.length === 0) return <Empty what="没有附件" next="县级在申报书“附件”一栏上传后列在这里" />;
  return (
    <ul className={styles.list}>
      {kinds.map((k) => {
        const open = mayChange?.(k.kind) ?? false;
        const limit = limitOf(k.kind, pack);
        return (
          <li key={k.kind} className={styles.kind} id={`attachment-${k.kind}`}>
            <div>
              <strong>{k.label}</strong> <Have required={k.required} count={k.files.length} />
              {open && limit && <p className={styles.says}>{limit.says}</p>}
            </div>
            <ul className={styles.files}>
              {k.files.map((f) => (
                <FileLine key={f.id} file={f} {...(open && onRemove ? { onRemove } : {})} />
              ))}
            </ul>
            {open && upload && (
              <UploadButton label={k.label} limit={limit} upload={(file, tell) => upload(k.kind, file, tell)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Have({ required, count }: { required: boolean; count: number }) {
  if (count > 0) return <Tag tone="good">{count} 个</Tag>;
  return required ? <Tag tone="bad">必备，缺</Tag> : <Tag tone="plain">可选</Tag>;
}
