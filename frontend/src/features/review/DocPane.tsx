import { Select } from 'antd';
import type { RefObject } from 'react';
import type { Shape } from '@/api/types';
import { FileView } from '@/components/AttachmentList/FileView';
import { isShown } from '@/components/AttachmentList/kinds';
import { later } from '@/components/later';
import { type Document, ProposalReader } from '@/components/ProposalReader';
import { parts } from '@/components/ProposalReader/places';
import styles from './Desk.module.css';

const PdfPane = later(() => import('@/components/PdfPane').then((m) => m.PdfPane), '正在打开附件');

/** What pdf.js needs and kernels before 119 lack; those show the PDF by themselves. */
const drawsPdf = 'withResolvers' in Promise;

interface Props {
  document: Document;
  files: Shape<'Attachment'>[];
  /** 'document' or a file's id. */
  shown: string;
  onShow: (what: string) => void;
  onJump: (anchor: string) => void;
  body: RefObject<HTMLElement | null>;
}

/** The left of the desk: the frozen 申报书 to read, or one of its attachments in the same place. */
export function DocPane({ document, files, shown, onShow, onJump, body }: Props) {
  const file = files.find((f) => f.id === shown);
  return (
    <div className={styles.column}>
      <div className={`${styles.bar} screen-only`}>
        <Select
          aria-label="材料"
          className={styles.grow}
          value={shown}
          onChange={onShow}
          options={[
            { value: 'document', label: '申报书' },
            ...files.map((f) => ({ value: f.id, label: `附件：${f.kindLabel}（${f.fileName}）` })),
          ]}
        />
        {shown === 'document' && (
          <Select
            aria-label="跳到"
            placeholder="跳到…"
            style={{ width: 150 }}
            value={null}
            onChange={(anchor: string | null) => anchor && onJump(anchor)}
            options={parts.map((p) => ({ value: p.id, label: p.title }))}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pane scrolls and must be reached by keys. */}
      <section ref={body} className={styles.body} tabIndex={0} aria-label="材料正文">
        {file ? <FileShown file={file} /> : <ProposalReader document={document} />}
      </section>
    </div>
  );
}

function FileShown({ file }: { file: Shape<'Attachment'> }) {
  if (file.mediaType === 'application/pdf' && drawsPdf)
    return <PdfPane key={file.id} path={`/attachments/${file.id}`} name={file.fileName} />;
  if (isShown(file.mediaType)) return <FileView key={file.id} file={file} />;
  return (
    <p className={styles.note}>
      这种文件不能在页内打开，请
      <a href={`/api/v1/attachments/${file.id}`} download={file.fileName}>
        下载“{file.fileName}”
      </a>
      后查看。
    </p>
  );
}
