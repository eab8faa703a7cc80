import { isObject, type Json, type JsonObject } from '@/lib/json';
import { programmes, regionClasses, scopes } from './labels';

/** One column of a list: where it stands in a row of the pack, and its codes' words where it has codes. */
export interface Column {
  key: string;
  title: string;
  words?: Record<string, string>;
  /** Several values, written with 、 between them. */
  many?: boolean;
  yes?: boolean;
  optional?: boolean;
}

export interface RegionList {
  key: string;
  title: string;
  columns: Column[];
  rowsOf: (pack: JsonObject) => JsonObject[];
}

const named: Column[] = [
  { key: 'code', title: '区划代码' },
  { key: 'name', title: '名称' },
];

const list = (key: string, title: string, columns: Column[]): RegionList => ({
  key,
  title,
  columns,
  rowsOf: (pack) => (Array.isArray(pack[key]) ? pack[key].filter((row) => isObject(row)) : []),
});

export const lists: RegionList[] = [
  list('cities', '各市类别', [
    ...named,
    { key: 'regionClass', title: '类别', words: regionClasses, optional: true },
    { key: 'hasKeyCounty', title: '有重点县', yes: true },
  ]),
  list('counties', '与所在市类别不同的县', [...named, { key: 'regionClass', title: '类别', words: regionClasses }]),
  list('keyCounties', '重点县', named),
  list('yellowRiverCounties', '沿黄县', named),
  list('exclusionAreas', '不得重复安排的区域', [
    { key: 'programme', title: '项目', words: programmes },
    { key: 'title', title: '名称' },
    { key: 'countyCode', title: '所在县代码' },
    { key: 'scope', title: '范围', words: scopes },
    { key: 'codes', title: '代码', many: true },
    { key: 'approvedDocNo', title: '批准文号', optional: true },
  ]),
];

/** A cell in words. */
export function shown(column: Column, value: Json | undefined): string {
  if (value === null || value === undefined || value === '') return '—';
  if (column.yes) return value === true ? '是' : '否';
  if (column.many && Array.isArray(value)) return value.map(String).join('、');
  return column.words?.[String(value)] ?? String(value);
}

export interface Read {
  rows: JsonObject[];
  wrong: string[];
}

/** Rows pasted from Excel, in the order of the columns; a heading line is passed over. What cannot be read is named by line. */
export function readRows(of: RegionList, pasted: string): Read {
  const rows: JsonObject[] = [];
  const wrong: string[] = [];
  pasted.split(/\r?\n/).forEach((line, i) => {
    const cells = line.split('\t').map((c) => c.trim());
    if (cells.every((c) => c === '') || cells[0] === of.columns[0]?.title) return;
    const row: JsonObject = {};
    of.columns.forEach((column, n) => {
      const read = cellOf(column, cells[n] ?? '');
      if (read === undefined)
        wrong.push(`第 ${i + 1} 行“${column.title}”：${cells[n] ? `“${cells[n]}”读不懂${hint(column)}` : '没有填'}`);
      else if (read !== null || !column.optional || column.key === 'regionClass') row[column.key] = read;
    });
    rows.push(row);
  });
  return { rows, wrong };
}

/** A cell's value; null for an empty one that may be empty; undefined for what cannot be read. */
function cellOf(column: Column, text: string): Json | undefined {
  if (column.yes) return { 是: true, 有: true, '√': true, 否: false, 无: false, '': false }[text];
  if (text === '' || text === '—') return column.optional ? null : undefined;
  if (column.many) return text.split(/[、，,;；\s]+/).filter((c) => c !== '');
  if (!column.words) return text;
  return Object.entries(column.words).find(([code, word]) => code === text || word === text)?.[0];
}

function hint(column: Column): string {
  return column.words ? `，应为${Object.values(column.words).join('、')}之一` : '';
}
