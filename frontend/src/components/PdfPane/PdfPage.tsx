import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import styles from './PdfPane.module.css';

interface Props {
  pdf: PDFDocumentProxy;
  no: number;
  ratio: number;
}

/** One page: drawn when it comes near the window, forgotten when it is far. Its words are there for readers of the screen. */
export function PdfPage({ pdf, no, ratio }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [words, setWords] = useState('');
  const [failed, fail] = useState(false);

  useEffect(() => {
    if (!box.current) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '800px 0px',
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let stop = () => {};
    let gone = false;
    async function draw() {
      const page = await pdf.getPage(no);
      const on = canvas.current;
      if (gone || !on || !box.current) return;
      const plain = page.getViewport({ scale: 1 });
      const sharp = Math.min(2, window.devicePixelRatio || 1);
      const viewport = page.getViewport({ scale: (box.current.clientWidth / plain.width) * sharp });
      on.width = viewport.width;
      on.height = viewport.height;
      const task = page.render({ canvas: on, viewport });
      stop = () => task.cancel();
      await task.promise;
      const text = await page.getTextContent();
      if (!gone) setWords(text.items.map((t) => ('str' in t ? t.str : '')).join(''));
    }
    draw().catch(() => !gone && fail(true)); // one given up because the page went out of sight is no failure
    return () => {
      gone = true;
      stop();
    };
  }, [near, pdf, no]);

  return (
    <div ref={box} className={styles.page} style={{ aspectRatio: `1 / ${ratio}` }} data-page={no}>
      {near && <canvas ref={canvas} role="img" aria-label={`第 ${no} 页`} />}
      {failed && <p role="alert">这一页没有画出来，请下载后查看。</p>}
      {words !== '' && <p className="spoken">{words}</p>}
      <span className={styles.no} aria-hidden="true">
        {no} / {pdf.numPages}
      </span>
    </div>
  );
}
