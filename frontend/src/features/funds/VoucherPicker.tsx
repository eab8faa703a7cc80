import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Upload } from 'antd';
import { useState } from 'react';
import type { Shape } from '@/api/types';
import { uploadFile } from '@/api/upload';
import { Progress } from '@/components/Progress';
import { RefusalNote } from '@/components/RefusalNote';
import { showTime } from '@/lib/time';
import { useVouchers } from './queries';

interface Props {
  application: string;
  chosen: string[];
  onChoose: (ids: string[]) => void;
}

/** The papers the entry stands on: brought now, or brought before. */
export function VoucherPicker({ application, chosen, onChoose }: Props) {
  const client = useQueryClient();
  const vouchers = useVouchers(application);
  const [percent, setPercent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function bring(file: File) {
    setError(null);
    setPercent(0);
    try {
      const brought = await uploadFile<Shape<'Voucher'>>(`/applications/${application}/vouchers`, {}, file, setPercent);
      await client.invalidateQueries({ queryKey: ['funds', 'vouchers', application] });
      onChoose([...chosen, brought.id]);
    } catch (e) {
      setError(e);
    } finally {
      setPercent(null);
    }
  }

  const all = vouchers.data?.items ?? [];
  return (
    <>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void bring(file);
          return false;
        }}
      >
        <Button loading={percent !== null}>上传凭证</Button>
      </Upload>
      {percent !== null && <Progress percent={percent} aria-label="上传进度" />}
      <RefusalNote error={error ?? vouchers.error} />
      {all.length > 0 && (
        <Checkbox.Group
          style={{ display: 'flex', flexDirection: 'column', marginTop: 8 }}
          value={chosen}
          onChange={onChoose}
          options={[...all]
            .reverse()
            .slice(0, 20)
            .map((v) => ({ value: v.id, label: `${v.fileName}　${v.uploadedBy} ${showTime(v.uploadedAt)}` }))}
        />
      )}
    </>
  );
}
