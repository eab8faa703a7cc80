import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { fetchBytes } from '@/api/download';
import { Loading } from '../Loading';
import { RefusalNote } from '../RefusalNote';
import { PdfPage } from './PdfPage';
import styles from './PdfPane.module.css';
import { openPdf } from './pdf';
import { watchPage } from './watchPage';

interface Sheet {
  pdf: PDFDocumentProxy;
  /** Height over width of the first page: the room kept for pages not drawn yet. */
  ratio: number;
}

interface Props {
  path: string;
  name: string;
  /** The page it is opened at; a new object goes there anew. */
  at: { page: number };
  /** Told which page is read, on opening and as it changes. */
  onPage: (no: number) => void;
}

/** A PDF of the API, its pages drawn as they come into sight. Loaded only where a document is read. */
export function PdfPane({ path, name, at, onPage }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    let close = () => {};
    async function open() {
      const task = openPdf(await fetchBytes(path));
      close = () => void task.destroy();
      if (gone) return close();
      const pdf = await task.promise;
      const view = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!gone) setSheet({ pdf, ratio: view.height / view.width });
    }
    open().catch((e: unknown) => !gone && setError(e));
    return () => {
      gone = true;
      close();
    };
  }, [path]);

  useEffect(() => {
    if (sheet) box.current?.querySelector(`[data-page="${at.page}"]`)?.scrollIntoView({ block: 'start' });
  }, [sheet, at]);
  useEffect(() => {
    if (!sheet || !box.current) return;
    return watchPage(box.current, onPage);
  }, [sheet, onPage]);

  if (error) return <RefusalNote error={error} />;
  if (!sheet) return <Loading what="正在打开附件" />;
  const { pdf, ratio } = sheet;
  return (
    <div ref={box} className={styles.pages} role="document" aria-label={`${name}，共 ${pdf.numPages} 页`}>
      {Array.from({ length: pdf.numPages }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page's number is its name.
        <PdfPage key={i + 1} pdf={pdf} no={i + 1} ratio={ratio} />
      ))}
    </div>
  );
}
