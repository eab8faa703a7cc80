import { useState } from 'react';
import { usePack } from '@/api/pack';
import type { Shape } from '@/api/types';
import { limitOf } from '@/components/AttachmentList/kinds';
import { UploadButton } from '@/components/AttachmentList/UploadButton';
import { RefusalNote } from '@/components/RefusalNote';
import { SureButton } from '@/components/SureButton';
import styles from './Check.module.css';

type Photo = Shape<'SitePhoto'>;

interface Props {
  item: string;
  photos: Photo[];
  batchId: string | undefined;
  onAdd?: (file: File, tell: (percent: number) => void) => Promise<unknown>;
  onDrop?: (photo: Photo) => Promise<void>;
}

/** The photos of one item, small; a touch opens one whole. */
export function Photos({ item, photos, batchId, onAdd, onDrop }: Props) {
  const pack = usePack(batchId);
  const limit = limitOf('SITE_PHOTO', pack.data);
  const [error, setError] = useState<unknown>(null);
  return (
    <div className={styles.photos}>
      {photos.map((p, i) => (
        <figure key={p.id} className={styles.photo}>
          <a href={`/api/v1/site-photos/${p.id}`} target="_blank" rel="noreferrer">
            <img src={`/api/v1/site-photos/${p.id}`} alt={`${item}，照片 ${i + 1}：${p.fileName}`} loading="lazy" />
          </a>
          {onDrop && (
            <SureButton
              size="small"
              type="link"
              danger
              aria-label={`删除${item}照片 ${i + 1}`}
              question="删除这张照片？"
              go="删除"
              back="不删"
              onGo={() => onDrop(p).catch(setError)}
            >
              删除
            </SureButton>
          )}
        </figure>
      ))}
      {onAdd && (
        <UploadButton label="照片" limit={limit && { ...limit, accept: 'image/jpeg,image/png' }} upload={onAdd} />
      )}
      <RefusalNote error={error} />
    </div>
  );
}
