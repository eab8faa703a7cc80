/** Enters the cell of a sheet by the index of its row; false where there is no such cell. */
export type EnterCell = (index: number, path: string[]) => boolean;

interface Sheets {
  villages: EnterCell | null;
  projects: EnterCell | null;
}

/** Enters the cell of a sheet a JSON pointer names; false where it names none. */
export function enterRow(pointer: string, sheets: Sheets): boolean {
  const villages = /^\/zone\/villages\/(\d+)(.*)$/.exec(pointer);
  if (villages) return sheets.villages?.(Number(villages[1]), keys(villages[2])) ?? false;
  const projects = /^\/projects\/(\d+)(.*)$/.exec(pointer);
  return projects ? (sheets.projects?.(Number(projects[1]), keys(projects[2])) ?? false) : false;
}

const keys = (rest = '') => rest.split('/').filter((k) => k !== '');
