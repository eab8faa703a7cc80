/** Money is a whole number of 分 (one ten-thousandth of a 万元 is 1 元 = 100 分); as in the server, never a fraction. Shown in 万元. */
export type Fen = bigint;

const fenPerWan = 1_000_000n;

/** 万元 as the API writes them, exactly; null for what is no amount or is finer than a 分. Zeros behind the sixth decimal are free. */
export function fenOf(wan: string | number): Fen | null {
  const text = typeof wan === 'number' ? plain(wan) : wan.trim();
  const parts = /^(-?)(\d+)(?:\.(\d{1,6})0*)?$/.exec(text);
  if (!parts) return null;
  const [, sign, whole = '0', rest = ''] = parts;
  const fen = BigInt(whole) * fenPerWan + BigInt(rest.padEnd(6, '0'));
  return sign ? -fen : fen;
}

/** A JSON number without an exponent. The API's amounts have at most six decimals and are below 10^9, which a double holds. */
function plain(n: number): string {
  const text = String(n);
  return /e/i.test(text) ? n.toFixed(6).replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** 分 as 万元 with separators: at least two decimals, more only where the amount has them. */
export function wan(fen: Fen): string {
  const [whole, rest] = split(fen);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${fen < 0n ? '-' : ''}${grouped}.${rest.replace(/0{1,4}$/, '').padEnd(2, '0')}`;
}

/** 分 as the API reads it: no separators, no needless zeros. */
export function wanPlain(fen: Fen): string {
  const [whole, rest] = split(fen);
  const decimals = rest.replace(/0+$/, '');
  return `${fen < 0n ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`;
}

function split(fen: Fen): [whole: string, rest: string] {
  const size = fen < 0n ? -fen : fen;
  return [String(size / fenPerWan), String(size % fenPerWan).padStart(6, '0')];
}

/** 万元 from the API, shown; a dash for none. */
export function showWan(amount: string | number | null | undefined): string {
  if (amount === null || amount === undefined || amount === '') return '—';
  const fen = fenOf(amount);
  return fen === null ? String(amount) : wan(fen);
}

/** How many decimals an amount is shown with. */
export function decimalsOf(amount: string | number | null | undefined): number {
  return showWan(amount).split('.')[1]?.length ?? 0;
}

/** The most decimals among the amounts of one column. */
export function placesOf(amounts: readonly (string | number | null | undefined)[]): number {
  return Math.max(0, ...amounts.map(decimalsOf));
}

export function sumFen(all: readonly Fen[]): Fen {
  return all.reduce((a, b) => a + b, 0n);
}
