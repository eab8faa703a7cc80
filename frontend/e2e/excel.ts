import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a project table in a spreadsheet program and copies its filled rows from 项目编号 on: the text that comes to the clipboard. */
export function copiedFrom(workbook: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-sheet-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    // Tabs between cells, quotes only where a cell has line breaks, numbers as they are shown: as the clipboard has them.
    const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,1';
    execFileSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', folder, workbook], {
      stdio: 'pipe',
    });
    const [sheet = ''] = readdirSync(folder).filter((f) => f.endsWith('.csv'));
    return rowsOf(readFileSync(join(folder, sheet), 'utf8')).join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows of projects without their running number; what is above and the totals beneath are not copied. */
function rowsOf(sheet: string): string[] {
  const [, ...rows] = sheet.split(/\n(?=\d+\tP\d)/);
  return rows.map((row) => row.replace(/\n合计\t[\s\S]*$/, '').replace(/^\d+\t/, ''));
}
