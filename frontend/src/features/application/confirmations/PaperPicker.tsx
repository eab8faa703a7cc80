import { Select } from 'antd';
import { useId } from 'react';
import type { PackParams } from '@/api/pack';
import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import { limitOf } from '@/components/AttachmentList/kinds';
import { UploadButton } from '@/components/AttachmentList/UploadButton';
import { RefusalNote } from '@/components/RefusalNote';
import { showTime } from '@/lib/time';
import { word } from '@/lib/words';
import { useAttachments } from '../queries';
import { useFiles } from '../useFiles';
import styles from './Confirmations.module.css';

const kind = 'FUND_INTEGRATION_COMMITMENT';

interface Props {
  application: Application;
  pack: PackParams | undefined;
  value: string | undefined;
  onChange: (attachment: string | undefined) => void;
  /** A line of integrated funds is confirmed with a paper or not at all. */
  required: boolean;
}

/** The 承诺文件 a confirmation stands on: one that is there, or one brought now. */
export function PaperPicker({ application, pack, value, onChange, required }: Props) {
  const me = useMe();
  const id = useId();
  const list = useAttachments(application.id);
  const files = useFiles(application.id, () => undefined);
  const papers = (list.data?.items ?? []).filter((f) => f.kind === kind);
  return (
    <div className={`${styles.paper} screen-only`}>
      <RefusalNote error={list.error} onRetry={() => list.refetch()} />
      <label htmlFor={id}>承诺文件{required ? '（所选有整合资金，必选）' : '（整合资金必选，其余可不选）'}</label>
      <div className={styles.row}>
        <Select
          id={id}
          allowClear
          className={styles.select}
          value={value}
          loading={list.isPending}
          placeholder={papers.length === 0 ? '还没有承诺文件，请先上传' : '请选择'}
          options={papers.map((f) => ({
            value: f.id,
            label: `${f.docId} ${f.fileName}（${f.uploadedBy}，${showTime(f.uploadedAt)}）`,
          }))}
          onChange={(chosen?: string) => onChange(chosen)}
        />
        {application.live && can(me, 'attachment:upload') && (
          <UploadButton
            label={word('attachmentKind', kind)}
            limit={limitOf(kind, pack)}
            upload={async (file, tell) => onChange((await files.upload(kind, file, tell)).attachment.id)}
          />
        )}
      </div>
    </div>
  );
}
