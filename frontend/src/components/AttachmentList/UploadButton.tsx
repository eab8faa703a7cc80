import { UploadOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { FilePick } from '../FilePick';
import { Progress } from '../Progress';
import { RefusalNote } from '../RefusalNote';
import type { limitOf } from './kinds';

interface Props {
  label: string;
  limit: ReturnType<typeof limitOf>;
  /** Sends the file; told how far it has come. */
  upload: (file: File, onProgress: (percent: number) => void) => Promise<unknown>;
}

/** Chooses a file and sends it, with its progress beside the button. A file over the limit is refused before it is sent. */
export function UploadButton({ label, limit, upload }: Props) {
  const [percent, setPercent] = useState<number>();
  const [error, setError] = useState<unknown>(null);
  const [tooBig, setTooBig] = useState('');

  async function send(file: File) {
    setError(null);
    setTooBig(limit && file.size > limit.most ? `“${file.name}”太大，${label}只收${limit.says}。` : '');
    if (limit && file.size > limit.most) return;
    setPercent(0);
    try {
      await upload(file, setPercent);
    } catch (e) {
      setError(e);
    } finally {
      setPercent(undefined);
    }
  }

  return (
    <div>
      <FilePick
        label={`选择文件：${label}`}
        accept={limit?.accept}
        icon={<UploadOutlined aria-hidden />}
        loading={percent !== undefined}
        onPick={(file) => void send(file)}
      >
        上传{label}
      </FilePick>
      {percent !== undefined && <Progress percent={percent} aria-label={`${label}上传进度`} />}
      {tooBig !== '' && <p role="alert">{tooBig}</p>}
      <RefusalNote error={error} />
    </div>
  );
}
