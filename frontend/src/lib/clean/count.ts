import { bad, type Cleaned, good } from './cleaned';
import { written } from './decimal';

/** A whole number of people or households. */
export function cleanCount(raw: string): Cleaned {
  const read = written(raw, ['户', '人', '个']);
  if (read === null) return good('');
  if ('wrong' in read) return bad(read.wrong);
  const { number } = read;
  if (number.negative) return bad('户数、人数不能为负数');
  if (number.rest !== '') return bad('户数、人数应为整数');
  if (number.whole.length > 9) return bad('数字过大，请核对');
  return good(number.whole);
}
