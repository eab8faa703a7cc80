import type { Shape } from '@/api/types';
import { bad, type Cleaned, good } from '@/lib/clean/cleaned';
import { squash, tidy, vacant } from '@/lib/clean/fold';
import { cleanMoney } from '@/lib/clean/money';
import { type Fen, fenOf, sumFen, wanPlain } from '@/lib/money';

type Fund = Shape<'DocumentFund'>;
type Item = Shape<'DocumentIntegrated'>;
export type Funds = readonly Fund[];

/** An amount of the document, exactly: its number is only the carrier of the decimal text. */
export const amountText = (amount: number | undefined): string => {
  const fen = amount === undefined ? 0n : (fenOf(amount) ?? 0n);
  return fen === 0n ? '' : wanPlain(fen);
};

export const amountOf = (text: string): number => Number(wanPlain(fenOf(text) ?? 0n));

const fen = (fund: Fund): Fen => fenOf(fund.amount) ?? 0n;
const total = (funds: Funds): Fen => sumFen(funds.map(fen));
const of = (funds: Funds, source: Fund['source']) => funds.filter((fund) => fund.source === source);

/** What one source gives to a project. */
export function sourceText(funds: Funds, source: Fund['source']): string {
  const sum = total(of(funds, source));
  return sum === 0n ? '' : wanPlain(sum);
}

/** The funds with another amount from one source, the others where they were. */
export function withSource(funds: Funds, source: Fund['source'], text: string): Fund[] {
  const own = of(funds, source);
  if (source === 'INTEGRATED' && own.length > 1) return [...funds]; // shared out item by item
  const [first = { source, amount: 0 }] = own;
  const amount = amountOf(text);
  // An item chosen stays chosen while its amount is empty.
  const kept = amount === 0 && !first.integratedItemId ? [] : [{ ...first, amount }];
  return replaced(funds, source, kept);
}

/** Puts entries of a source where its first stood. */
function replaced(funds: Funds, source: Fund['source'], entries: Fund[]): Fund[] {
  const at = funds.findIndex((fund) => fund.source === source);
  const rest = funds.filter((fund) => fund.source !== source);
  const place = at < 0 ? rest.length : at;
  return [...rest.slice(0, place), ...entries, ...rest.slice(place)];
}

/** Which 整合资金 a project takes, a line each: INT01 120.5. */
export function itemsText(funds: Funds): string {
  const own = of(funds, 'INTEGRATED');
  if (own.length === 1 && !own[0]?.integratedItemId) return '';
  return own.map((fund) => `${fund.integratedItemId || '—'} ${wanPlain(fen(fund))}`).join('\n');
}

/** Of one item its number says all: the amount stands in its own column. */
export function showItems(cell: string): string {
  const lines = cell.split('\n');
  return lines.length > 1 ? lines.join('；') : (lines[0]?.split(' ')[0] ?? '');
}

export function withItems(funds: Funds, cell: string): Fund[] {
  const present = total(of(funds, 'INTEGRATED'));
  const lines = cell === '' ? [] : cell.split('\n');
  const entries = lines.map((line): Fund => {
    const [id = '', amount] = line.split(' ');
    const own: Fund = {
      source: 'INTEGRATED',
      amount: amount === undefined ? Number(wanPlain(present)) : amountOf(amount),
    };
    return id === '—' ? own : { ...own, integratedItemId: id };
  });
  const bare: Fund[] = present === 0n ? [] : [{ source: 'INTEGRATED', amount: Number(wanPlain(present)) }];
  return replaced(funds, 'INTEGRATED', entries.length > 0 ? entries : bare);
}

/** Reads items by number or by name, each with its amount where there are several. */
export function cleanItems(text: string, items: readonly Item[]): Cleaned {
  const entries = text.split(/[\n、，；;]/).map(tidy);
  const filled = entries.filter((entry) => !vacant(entry));
  const read = filled.map((entry) => itemOf(entry, items, filled.length > 1));
  const wrong = read.flatMap((each) => (each.ok ? [] : [each.wrong]));
  return wrong.length > 0
    ? bad(wrong.join('；'))
    : good(read.flatMap((each) => (each.ok ? [each.value] : [])).join('\n'));
}

function itemOf(entry: string, items: readonly Item[], several: boolean): Cleaned {
  const parts = /^(.*\S)[\s:=]+(\S+)$/.exec(entry);
  const amount = parts ? cleanMoney(parts[2] ?? '') : null;
  const name = amount?.ok ? (parts?.[1] ?? '') : entry;
  if (!amount?.ok && several) return bad(`几项整合资金须每项写明金额，如“INT01 120”；“${name}”没有写金额`);
  const key = squash(name);
  const byId = items.filter((item) => item.id.toLowerCase() === name.toLowerCase());
  const found =
    byId.length > 0
      ? byId
      : items.filter((item) => [item.programme, item.department + item.programme].some((n) => squash(n) === key));
  const [only] = found;
  if (found.length > 1) return bad(`“${name}”有几项（${found.map((item) => item.id).join('、')}），请写条目编号`);
  if (!only && name !== '—') return bad(`没有名为“${name}”的整合资金条目，可写：${known(items)}`);
  const id = only?.id ?? '—';
  return good(amount?.ok ? `${id} ${amount.value || '0'}` : id);
}

const known = (items: readonly Item[]): string =>
  items.map((item) => `${item.id}（${item.programme}）`).join('、') || '（资金规划中还没有整合资金，请先填写资金规划）';
