import type { Shape } from '@/api/types';
import type { Evidence } from './evidence';

type File = Pick<Shape<'Attachment'>, 'id' | 'fileName'>;

/** How a page of an attachment is named in a reason: words that stand on paper as well. */
export function quoteOf(file: File, page: number): string {
  return `（附件“${file.fileName}”第 ${page} 页）`;
}

/** The pages a reason names, each a way to it. A file this application does not have is no way. */
export function quotesIn(reason: string, files: readonly File[]): Evidence[] {
  return [...reason.matchAll(/附件“([^”]+)”第\s*(\d+)\s*页/g)].flatMap(([label, name, page]) => {
    const file = files.find((f) => f.fileName === name);
    return file ? [{ label, file: file.id, page: Number(page) }] : [];
  });
}
