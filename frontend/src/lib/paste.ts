/**
 * Takes the text of a clipboard apart into rows of cells, as Excel and WPS write it: tabs between cells, \r\n behind rows, and a cell that
 * holds a line break, a tab or a quote in quotes, its own quotes doubled. A quote that does not open such a cell is only a quote.
 */
export function parseTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const [cell, next] = quoted(text, at) ?? bare(text, at);
    rows.at(-1)?.push(cell);
    const end = text[next];
    if (end === undefined) break;
    at = next + (end === '\r' && text[next + 1] === '\n' ? 2 : 1);
    if (end !== '\t') {
      if (at >= text.length) break; // the last row's own end begins no further row
      rows.push([]);
    }
  }
  const width = Math.max(...rows.map((r) => r.length));
  return rows.map((r) => [...r, ...Array<string>(width - r.length).fill('')]);
}

const ends = (c: string | undefined) => c === undefined || c === '\t' || c === '\n' || c === '\r';

function bare(text: string, from: number): [cell: string, next: number] {
  let to = from;
  while (!ends(text[to])) to++;
  return [text.slice(from, to), to];
}

function quoted(text: string, from: number): [cell: string, next: number] | null {
  if (text[from] !== '"') return null;
  let cell = '';
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else return ends(text[at + 1]) ? [cell.replace(/\r\n?/g, '\n'), at + 1] : null;
  }
  return null;
}

/** Writes rows of cells as Excel and WPS read them. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}
