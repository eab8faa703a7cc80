import { tableText } from '@/lib/paste';
import { plainCell } from './cell';
import type { Rect } from './selection';
import type { Column, Row } from './types';

/** What is copied: tab-separated text, and a table whose texts Excel keeps as texts (1-2 no date, =A1 no formula). */
export function copied(rows: readonly Row[], columns: readonly Column[], rect: Rect): { text: string; html: string } {
  const cols = columns.slice(rect.left, rect.right + 1);
  const table = rows
    .slice(rect.top, rect.bottom + 1)
    .map((row) => cols.map((column) => plainCell(column, row.cells[column.key] ?? '')));
  const html = table.map((row) => `<tr>${row.map((text, i) => cellHtml(text, cols[i]?.kind)).join('')}</tr>`).join('');
  return { text: tableText(table), html: `<table>${html}</table>` };
}

function cellHtml(text: string, kind: Column['kind'] | undefined): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = safe.replaceAll('\n', '<br style="mso-data-placement:same-cell">');
  const number = kind === 'money' || kind === 'int' || kind === 'date';
  return number ? `<td>${lines}</td>` : `<td style="mso-number-format:'\\@'">${lines}</td>`;
}
