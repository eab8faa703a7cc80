import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Opens a project table in a spreadsheet program and copies its filled rows from 项目编号 on: the text that comes to the clipboard. */
export function copiedFrom(workbook: string): string {
  return rowsOf(textOf(workbook)).join('\n');
}

/** The headings of a project table's columns, and how many of its rows are filled. */
export function shapeOf(workbook: string): { headings: string[]; filled: number } {
  const text = textOf(workbook);
  const heading = text.split('\n').find((line) => line.includes('项目编号')) ?? '';
  return { headings: heading.split('\t').filter((cell) => cell !== ''), filled: rowsOf(text).length };
}

/** Opens a workbook in a spreadsheet program and saves it again there. */
export function savedAgain(workbook: string): Buffer {
  return converted(workbook, 'xlsx');
}

function textOf(workbook: string): string {
  // Tabs between cells, quotes only where a cell has line breaks, numbers as they are shown: as the clipboard has them.
  return converted(workbook, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,1').toString();
}

function converted(workbook: string, to: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-sheet-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    execFileSync('soffice', ['--headless', profile, '--convert-to', to, '--outdir', out, workbook], { stdio: 'pipe' });
    const [made = ''] = readdirSync(out);
    return readFileSync(join(out, made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A workbook with cells filled in, by name, opened and saved again by a spreadsheet program. The page lends its reader of XML. */
export async function filledIn(page: Page, workbook: string, sheet: string, cells: Record<string, string | number>) {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-filled-'));
  try {
    const flat = join(folder, 'filled.fods');
    writeFileSync(flat, await page.evaluate(typeInto, { xml: converted(workbook, 'fods').toString(), sheet, cells }));
    return converted(flat, 'xlsx');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in a page: types into cells of a flat spreadsheet, where like cells and rows stand for several. */
function typeInto({ xml, sheet, cells }: { xml: string; sheet: string; cells: Record<string, string | number> }) {
  const space = (of: string) => `urn:oasis:names:tc:opendocument:xmlns:${of}:1.0`;
  const [table, office, text] = [space('table'), space('office'), space('text')];
  const doc = new DOMParser().parseFromString(xml, 'text/xml');
  /** The nth of elements of which each may stand for several; given an element of its own. */
  const nth = (all: Element[], repeated: string, n: number): Element => {
    let at = 0;
    for (const el of all) {
      const times = Number(el.getAttributeNS(table, repeated) ?? 1);
      if (n < at + times) {
        const own = doc.importNode(el, true);
        own.removeAttributeNS(table, repeated);
        const rest = (many: number) => {
          if (many === 0) return [];
          const like = doc.importNode(el, true);
          like.setAttributeNS(table, `table:${repeated}`, String(many));
          return [like];
        };
        el.replaceWith(...rest(n - at), own, ...rest(at + times - n - 1));
        return own;
      }
      at += times;
    }
    throw new Error(`no ${n}th ${repeated}`);
  };
  const sheets = [...doc.getElementsByTagNameNS(table, 'table')];
  const within = sheets.find((t) => t.getAttributeNS(table, 'name') === sheet);
  if (!within) throw new Error(`no sheet ${sheet}`);
  for (const [name, value] of Object.entries(cells)) {
    const [, column = '', row = ''] = /^([A-Z])(\d+)$/.exec(name) ?? [];
    const line = nth([...within.getElementsByTagNameNS(table, 'table-row')], 'number-rows-repeated', Number(row) - 1);
    const cell = nth([...line.children], 'number-columns-repeated', column.charCodeAt(0) - 65);
    const said = doc.createElementNS(text, 'text:p');
    said.textContent = String(value);
    cell.replaceChildren(said);
    cell.setAttributeNS(office, 'office:value-type', typeof value === 'number' ? 'float' : 'string');
    if (typeof value === 'number') cell.setAttributeNS(office, 'office:value', String(value));
  }
  return new XMLSerializer().serializeToString(doc);
}

/** The rows of projects without their running number; what is above and the totals beneath are not copied. */
function rowsOf(sheet: string): string[] {
  const [, ...rows] = sheet.split(/\n(?=\d+\tP\d)/);
  return rows.map((row) => row.replace(/\n合计\t[\s\S]*$/, '').replace(/^\d+\t/, ''));
}
