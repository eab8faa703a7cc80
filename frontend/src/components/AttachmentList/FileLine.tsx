import { Button } from 'antd';
import { useState } from 'react';
import { showSize } from '@/lib/size';
import { showTime } from '@/lib/time';
import { RefusalNote } from '../RefusalNote';
import { SureButton } from '../SureButton';
import { useSending } from '../useSending';
import styles from './AttachmentList.module.css';
import { FileView } from './FileView';
import { type Attachment, isShown } from './kinds';

interface Props {
  file: Attachment;
  /** Takes the file away; absent where that is not allowed. */
  onRemove?: (file: Attachment) => Promise<unknown>;
}

/** One file: its name, size, who brought it; looked at in place, kept, or taken away. */
export function FileLine({ file, onRemove }: Props) {
  const [open, setOpen] = useState(false);

  const {
    busy,
    error,
    send: remove,
  } = useSending(async () => {
    await onRemove?.(file);
  });

  return (
    <li>
      <div className={styles.file}>
        <span className={styles.name}>
          {file.docId} {file.fileName}
        </span>
        <span className={styles.says}>
          {showSize(file.size)} · {showTime(file.uploadedAt)} · {file.uploadedBy}
        </span>
        {isShown(file.mediaType) && (
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : '查看'}
          </Button>
        )}
        <a href={`/api/v1/attachments/${file.id}`} download={file.fileName}>
          下载
        </a>
        {onRemove && (
          <SureButton
            type="link"
            size="small"
            danger
            loading={busy}
            question={`移除“${file.fileName}”？`}
            go="移除"
            back="不移除"
            onGo={remove}
          >
            移除
          </SureButton>
        )}
      </div>
      <RefusalNote error={error} />
      {open && <FileView file={file} />}
    </li>
  );
}
