import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RefusalNote } from '@/components/RefusalNote';
import { readPack } from './packFile';
import { useCreateBatch } from './queries';

/** Makes a batch from a policy pack's file; every place that is wrong in it is named. */
export function NewBatch() {
  const create = useCreateBatch();
  const navigate = useNavigate();
  const [unread, setUnread] = useState<unknown>(null);
  async function take(file: File) {
    setUnread(null);
    try {
      const batch = await create.mutateAsync(await readPack(file));
      navigate(`/batches/${batch.id}`);
    } catch (e) {
      setUnread(e);
    }
  }
  return (
    <div>
      <Upload
        accept=".json"
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <Button type="primary" loading={create.isPending}>
          由政策包文件建立批次
        </Button>
      </Upload>
      <RefusalNote error={unread} />
    </div>
  );
}
