import { useEffect, useState } from 'react';
import { fetchView } from '@/api/download';
import { Loading } from '../Loading';
import { RefusalNote } from '../RefusalNote';
import styles from './AttachmentList.module.css';
import type { Attachment } from './kinds';

/** A file looked at in its place. The server sends files to be kept only, so the page fetches it and shows its own copy. */
export function FileView({ file }: { file: Attachment }) {
  const [address, setAddress] = useState('');
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let url = '';
    let gone = false;
    fetchView(`/attachments/${file.id}`).then((got) => {
      url = got;
      if (gone) URL.revokeObjectURL(got);
      else setAddress(got);
    }, setError);
    return () => {
      gone = true;
      URL.revokeObjectURL(url);
    };
  }, [file.id]);

  if (error) return <RefusalNote error={error} />;
  if (address === '') return <Loading what="正在打开附件" />;
  if (file.mediaType.startsWith('image/')) return <img src={address} alt={file.fileName} className={styles.image} />;
  if (file.mediaType === 'video/mp4')
    // biome-ignore lint/a11y/useMediaCaption: a county's own recording comes without captions.
    return <video src={address} controls className={styles.view} aria-label={file.fileName} />;
  return <iframe src={address} title={file.fileName} className={styles.view} />;
}
