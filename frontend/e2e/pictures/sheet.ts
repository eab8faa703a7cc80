import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { screens, tablet } from '../browser';

/** One page with all pictures, a row for each page of the system, a column for each screen. */
export function contactSheet(folder: string): void {
  const files = readdirSync(folder).filter((f) => f.endsWith('.png'));
  const names = [...new Set(files.map((f) => f.replace(/-\d+\.png$/, '')))].sort();
  const rows = names.map((name) => {
    const pictures = [...screens, tablet].map(({ width }) => {
      if (!files.includes(`${name}-${width}.png`)) return '<td></td>';
      const file = `${encodeURIComponent(name)}-${width}.png`;
      return `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${name}，宽 ${width}"></a></td>`;
    });
    return `<tr><th>${name}</th>${pictures.join('')}</tr>`;
  });
  const head = [...screens, tablet].map(({ width, height }) => `<th>${width}×${height}</th>`).join('');
  const style = 'body{font:14px sans-serif}th{text-align:left;vertical-align:top}img{width:28vw;border:1px solid #ccc}';
  const table = `<table><tr><th>页面</th>${head}</tr>${rows.join('\n')}</table>`;
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面图样</title><style>${style}</style>${table}</html>`;
  writeFileSync(resolve(folder, 'index.html'), html);
}
