import { type Choice, cleanChoice, cleanChoices } from '@/lib/clean/choice';
import type { Cleaned } from '@/lib/clean/cleaned';
import { cleanCount } from '@/lib/clean/count';
import { cleanDay } from '@/lib/clean/day';
import { cleanMoney } from '@/lib/clean/money';
import { cleanCheck, cleanLine, cleanText } from '@/lib/clean/text';
import { fenOf, wan } from '@/lib/money';
import type { Cell, Column } from './types';

/** Reads what was typed or pasted into a column. */
export function cleanCell(column: Column, text: string): Cleaned {
  if (column.clean) return column.clean(text);
  switch (column.kind) {
    case 'money':
      return cleanMoney(text);
    case 'int':
      return cleanCount(text);
    case 'date':
      return cleanDay(text, column.month ?? 'first');
    case 'choice':
      return cleanChoice(text, column.choices ?? []);
    case 'multi':
      return cleanChoices(text, column.choices ?? []);
    case 'check':
      return cleanCheck(text);
    case 'text':
      return column.long ? cleanText(text) : cleanLine(text);
  }
}

const named = new WeakMap<readonly Choice[], Map<string, string>>();

function labelOf(choices: readonly Choice[], value: string): string {
  let names = named.get(choices);
  if (!names) {
    // A label two choices share says nothing; the code does.
    const often = new Map<string, number>();
    for (const { label } of choices) often.set(label, (often.get(label) ?? 0) + 1);
    names = new Map(choices.map((c) => [c.value, often.get(c.label) === 1 ? c.label : c.value]));
    named.set(choices, names);
  }
  return names.get(value) ?? value;
}

export const codesOf = (cell: Cell): string[] => (cell === '' ? [] : cell.split(','));

/** A cell as it stands on the page. */
export function showCell(column: Column, cell: Cell): string {
  if (cell === '') return '';
  if (column.show) return column.show(cell);
  switch (column.kind) {
    case 'money': {
      const fen = fenOf(cell);
      return fen === null ? cell : wan(fen);
    }
    case 'choice':
      return labelOf(column.choices ?? [], cell);
    case 'multi':
      return codesOf(cell)
        .map((code) => labelOf(column.choices ?? [], code))
        .join('、');
    case 'check':
      return '是';
    default:
      return cell;
  }
}

/** A cell as it is typed and as another program reads it: amounts without separators. Cleaning it gives the cell again. */
export const plainCell = (column: Column, cell: Cell): string =>
  column.kind === 'money' || column.kind === 'int' ? cell : showCell(column, cell);

/** A cell as it is read aloud. */
export const spokenCell = (column: Column, cell: Cell): string =>
  cell === '' ? '空' : (column.describe?.(cell) ?? showCell(column, cell) + (column.kind === 'money' ? '万元' : ''));

export const titleOf = (column: Column): string => (column.group ?? '') + column.title;

/** A column's heading, with the unit of its amounts. */
export const headOf = (column: Column | undefined): string =>
  column ? column.title + (column.kind === 'money' ? '（万元）' : '') : '';
