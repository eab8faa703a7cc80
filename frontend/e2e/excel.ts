import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** The rows of projects without their running number; what is above and the totals beneath are not copied. */
function rowsOf(sheet: string): string[] {
  const [, ...rows] = sheet.split(/\n(?=\d+\tP\d)/);
  return rows.map((row) => row.replace(/\n合计\t[\s\S]*$/, '').replace(/^\d+\t/, ''));
}
