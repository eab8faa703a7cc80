import { tidy, vacant } from './fold';

/** A decimal as text, never as a binary fraction. */
export interface Decimal {
  negative: boolean;
  whole: string; // without leading zeros, '0' for none
  rest: string; // without trailing zeros
}

// Excel keeps so many digits of a number: a computed 0.30000000000000004 is shown, and meant, as 0.3.
const shownDigits = 15;

function decimal(text: string): Decimal | null {
  const m = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!m || text.length > 400) return null;
  const [, sign = '', before = '', after = ''] = m;
  let digits = (before + after).replace(/^0+/, '');
  let places = after.length;
  const cut = digits.length - shownDigits;
  if (cut > 0) {
    const up = (digits[shownDigits] ?? '0') >= '5' ? 1n : 0n;
    digits = String(BigInt(digits.slice(0, shownDigits)) + up);
    places -= cut;
    if (places < 0) {
      digits = digits.padEnd(digits.length - places, '0');
      places = 0;
    }
  }
  const padded = digits.padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places);
  const rest = padded.slice(padded.length - places).replace(/0+$/, '');
  return { negative: sign === '-' && digits !== '', whole, rest };
}

/** A number a person wrote, with the unit that stood behind it; null for an empty cell, a text for what is wrong. */
export type Written = { number: Decimal; unit: string; tampered: boolean } | { wrong: string } | null;

/** Reads a number as people write it: full-width, with separators, with one of the units behind. */
export function written(raw: string, units: readonly string[]): Written {
  const text = tidy(raw);
  if (vacant(text)) return null;
  const unit = units.find((u) => text.endsWith(u)) ?? '';
  let bare = unit ? text.slice(0, -unit.length).trim() : text;
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) bare = bare.replaceAll(',', '');
  const number = decimal(bare);
  if (number) return { number, unit, tampered: bare !== raw };
  if (text.endsWith('%')) return { wrong: '不能写百分比，请填数字' };
  if (bare.includes(',')) return { wrong: '逗号的位置不对，请去掉逗号只写数字' };
  if (/e/i.test(bare) && /^[\d.eE+-]+$/.test(bare)) return { wrong: '不能用科学记数法，请写成普通数字' };
  return { wrong: '不是数字，请只填数字' };
}

export const plainDecimal = (n: Decimal): string =>
  `${n.negative ? '-' : ''}${n.whole}${n.rest === '' ? '' : `.${n.rest}`}`;
