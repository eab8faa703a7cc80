import type { Shape } from '@/api/types';
import { type Fen, fenOf, sumFen, wan } from '@/lib/money';
import { type Kind, kinds, levels } from './labels';
import { leftFor } from './limit';

type Account = Shape<'FundAccount'>;
type Line = Shape<'FundLine'>;
export type Level = Shape<'FundEntry'>['level'];

/** An entry as it is being filled in. Amounts are as typed, in 万元. */
export interface Draft {
  kind: Kind | '';
  line: string;
  level: Level;
  date: string;
  docNo: string;
  payee: string;
  reason: string;
  parts: Record<string, string>;
  vouchers: string[];
}

export function blank(today: string): Draft {
  return { kind: '', line: '', level: '', date: today, docNo: '', payee: '', reason: '', parts: {}, vouchers: [] };
}

/** The kinds the account's lines offer this person, in their usual order. */
export function kindsOffered(account: Account): Kind[] {
  const offered = new Set(account.lines.flatMap((l) => l.kinds));
  return kinds.filter((k) => offered.has(k));
}

export function linesFor(account: Account, kind: Kind | ''): Line[] {
  return kind === '' ? [] : account.lines.filter((l) => l.kinds.includes(kind));
}

/** The levels a line's money has; one that has a single one needs no choice. */
export function levelsOf(line: Line | undefined): Level[] {
  return levels.filter((level) => line?.levels.some((l) => l.level === level));
}

export interface Row {
  project: string;
  name: string;
  left: Fen;
  typed: string;
  amount: Fen | null;
  wrong: string;
}

/** The projects of the line with what is left for each, and what is wrong with what was typed. */
export function rowsOf(line: Line | undefined, d: Draft): Row[] {
  if (!line || d.kind === '') return [];
  const kind = d.kind;
  return line.parts.map((p) => {
    const typed = d.parts[p.project] ?? '';
    const amount = typed.trim() === '' ? 0n : fenOf(typed.replaceAll(',', '').trim());
    const left = leftFor(kind, line, d.level, p.project);
    return { project: p.project, name: p.name, left, typed, amount, wrong: wrongWith(amount, left) };
  });
}

function wrongWith(amount: Fen | null, left: Fen): string {
  if (amount === null) return '不是金额：只写数字，单位万元，至多 6 位小数';
  if (amount < 0n) return '金额不能为负，退回、收回请选相应类型';
  return amount > left ? `超出尚可数 ${wan(amount - left)} 万元` : '';
}

export function totalOf(rows: Row[]): Fen {
  return sumFen(rows.map((r) => r.amount ?? 0n));
}

/** What still keeps the draft from being looked over; each a sentence. The server has the last word on all of it. */
export function missing(d: Draft, rows: Row[], levels: Level[]): string[] {
  const out: string[] = [];
  if (d.kind === '') out.push('请选择类型');
  if (d.line === '') out.push('请选择资金条目');
  if (levels.length > 1 && !levels.includes(d.level)) out.push('请选择级次');
  if (d.date === '') out.push('请填写业务日期');
  if (d.docNo.trim() === '') out.push('请填写文号或凭证号');
  if (rows.some((r) => r.amount === null || r.amount < 0n)) out.push('分项目里有不是金额的内容');
  else if (totalOf(rows) === 0n) out.push('请填写分项目的金额');
  return out;
}
