import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { screens } from '../browser';

/** One page with all pictures, a row for each page of the system, a column for each screen. */
export function contactSheet(folder: string): void {
  const narrow = `-${screens[0].width}.png`;
  const names = readdirSync(folder)
    .filter((f) => f.endsWith(narrow))
    .map((f) => f.slice(0, -narrow.length))
    .sort();
  const rows = names.map((name) => {
    const pictures = screens.map(({ width }) => {
      const file = `${encodeURIComponent(name)}-${width}.png`;
      return `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${name}，宽 ${width}"></a></td>`;
    });
    return `<tr><th>${name}</th>${pictures.join('')}</tr>`;
  });
  const head = screens.map(({ width, height }) => `<th>${width}×${height}</th>`).join('');
  const style = 'body{font:14px sans-serif}th{text-align:left;vertical-align:top}img{width:40vw;border:1px solid #ccc}';
  const table = `<table><tr><th>页面</th>${head}</tr>${rows.join('\n')}</table>`;
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面图样</title><style>${style}</style>${table}</html>`;
  writeFileSync(resolve(folder, 'index.html'), html);
}
