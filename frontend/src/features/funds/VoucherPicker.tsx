import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Upload } from 'antd';
import { useState } from 'react';
import type { Shape } from '@/api/types';
import { uploadFile } from '@/api/upload';
import { Progress } from '@/components/Progress';
import { RefusalNote } from '@/components/RefusalNote';
import { showTime } from '@/lib/time';
import styles from './Funds.module.css';
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
        <Button loading={percent !== null} style={{ marginBottom: 8 }}>
          上传凭证
        </Button>
      </Upload>
      {percent !== null && <Progress percent={percent} aria-label="上传进度" />}
      <RefusalNote error={error ?? vouchers.error} />
      {all.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table}>
            <caption className="spoken">已上传的凭证</caption>
            <thead>
              <tr>
                <th scope="col">凭证</th>
                <th scope="col">上传人</th>
                <th scope="col">上传时间</th>
              </tr>
            </thead>
            <tbody>
              {[...all]
                .reverse()
                .slice(0, 20)
                .map((v) => (
                  <tr key={v.id}>
                    <td>
                      <Checkbox checked={chosen.includes(v.id)} onChange={() => onChoose(toggled(chosen, v.id))}>
                        {v.fileName}
                      </Checkbox>
                    </td>
                    <td>{v.uploadedBy}</td>
                    <td className={styles.hints}>{showTime(v.uploadedAt)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function toggled(chosen: string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id];
}
