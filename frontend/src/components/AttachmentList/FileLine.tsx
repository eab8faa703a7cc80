import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { showSize } from '@/lib/size';
import { showTime } from '@/lib/time';
import { RefusalNote } from '../RefusalNote';
import styles from './AttachmentList.module.css';
import { type Attachment, isShown } from './kinds';

interface Props {
  file: Attachment;
  /** Takes the file away; absent where that is not allowed. */
  onRemove?: (file: Attachment) => Promise<unknown>;
}

/** One file: its name, size, who brought it; looked at in place, kept, or taken away. */
export function FileLine({ file, onRemove }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const address = `/api/v1/attachments/${file.id}`;

  async function remove() {
    setBusy(true);
    setError(null);
    try {
      await onRemove?.(file);
    } catch (e) {
      setError(e);
      setBusy(false);
    }
  }

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
        <a href={address} download={file.fileName}>
          下载
        </a>
        {onRemove && (
          <Popconfirm title={`移除“${file.fileName}”？`} okText="移除" cancelText="不移除" onConfirm={remove}>
            <Button type="link" size="small" danger loading={busy}>
              移除
            </Button>
          </Popconfirm>
        )}
      </div>
      <RefusalNote error={error} />
      {open && <View file={file} address={address} />}
    </li>
  );
}

function View({ file, address }: { file: Attachment; address: string }) {
  if (file.mediaType.startsWith('image/')) return <img src={address} alt={file.fileName} className={styles.image} />;
  if (file.mediaType === 'video/mp4')
    // biome-ignore lint/a11y/useMediaCaption: a county's own recording comes without captions.
    return <video src={address} controls className={styles.view} aria-label={file.fileName} />;
  return <iframe src={address} title={file.fileName} className={styles.view} />;
}
