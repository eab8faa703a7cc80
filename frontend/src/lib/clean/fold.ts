/** A text in half-width digits and punctuation, as numbers, dates and codes are meant. The server's import folds the same. */
export function tidy(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/−/g, '-')
    .trim();
}

// Characters that take no room and that nobody typed on purpose.
const unseen = /[\u200b\u200c\u200d\ufeff\u2060]/g;

/** A text without what clerks cannot see. */
export const settled = (text: string): string => text.replace(unseen, '').replace(/\r\n?/g, '\n').trim();

/** What clerks write into a cell that holds nothing. */
export function vacant(text: string): boolean {
  return /^(|-{1,2}|—{1,2}|\/|\\|无|暂无|〇)$/.test(tidy(text));
}

/** A name for comparing: without blanks, marks and what stands in brackets. */
export function squash(text: string): string {
  let depth = 0;
  let out = '';
  for (const c of tidy(text).toLowerCase()) {
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth = Math.max(depth - 1, 0);
    else if (depth === 0 && c > ' ' && !/[、,:;*/·\-_.'"“”\u200b-\u200f\ufeff]/.test(c)) out += c;
  }
  return out;
}

/** The parts of a list written into one cell. */
export const listed = (text: string): string[] =>
  tidy(text)
    .split(/[、,;\s]+/)
    .filter(Boolean);
