import { type Cleaned, good } from './cleaned';
import { settled } from './fold';

/** A text of several lines. */
export const cleanText = (raw: string): Cleaned => good(settled(raw));

/** A text of one line; what was broken over lines is joined. */
export function cleanLine(raw: string): Cleaned {
  const text = settled(raw);
  if (!/[\n\t]/.test(text)) return good(text);
  return good(text.replaceAll('\n', '').replaceAll('\t', ' '), '其中的换行已去掉');
}

/** Yes or no, kept as 1 and nothing. */
export function cleanCheck(raw: string): Cleaned {
  const text = settled(raw).toLowerCase();
  if (/^(是|有|√|✓|✔|1|y|yes|true)$/.test(text)) return good('1');
  if (/^(|否|无|没有|×|x|0|n|no|false|-|—)$/.test(text)) return good('');
  return { ok: false, wrong: '请填“是”或“否”' };
}
