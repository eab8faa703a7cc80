import { Button, Select } from 'antd';
import { type RefObject, useState } from 'react';
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
  shown: Shown;
  onShow: (to: Shown) => void;
  onJump: (anchor: string) => void;
  /** The item a page may be quoted for. */
  quoteFor: string | undefined;
  onQuote: (file: Shape<'Attachment'>, page: number) => void;
  body: RefObject<HTMLElement | null>;
}

/** What is read: 'document' or a file's id, and where a file is opened. A new object opens it there anew. */
export interface Shown {
  what: string;
  page: number;
}

/** The left of the desk: the frozen 申报书 to read, or one of its attachments in the same place. */
export function DocPane({ document, files, shown, onShow, onJump, quoteFor, onQuote, body }: Props) {
  const file = files.find((f) => f.id === shown.what);
  const [page, setPage] = useState(1);
  return (
    <div className={styles.column}>
      <div className={`${styles.bar} screen-only`}>
        <Select
          aria-label="材料"
          className={styles.grow}
          value={shown.what}
          onChange={(what) => onShow({ what, page: 1 })}
          options={[
            { value: 'document', label: '申报书' },
            ...files.map((f) => ({ value: f.id, label: `附件：${f.kindLabel}（${f.fileName}）` })),
          ]}
        />
        {file && quoteFor && isDrawn(file) && (
          <Button onClick={() => onQuote(file, page)}>
            引用第 {page} 页到 {quoteFor}
          </Button>
        )}
        {shown.what === 'document' && (
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
        {file ? <FileShown file={file} at={shown} onPage={setPage} /> : <ProposalReader document={document} />}
      </section>
    </div>
  );
}

function isDrawn(file: Shape<'Attachment'>): boolean {
  return file.mediaType === 'application/pdf' && drawsPdf;
}

interface FileProps {
  file: Shape<'Attachment'>;
  at: Shown;
  onPage: (no: number) => void;
}

function FileShown({ file, at, onPage }: FileProps) {
  if (isDrawn(file))
    return <PdfPane key={file.id} path={`/attachments/${file.id}`} name={file.fileName} at={at} onPage={onPage} />;
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
