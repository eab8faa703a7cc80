import { fenOf, wan, wanPlain } from '../money';
import { bad, type Cleaned, good } from './cleaned';
import { plainDecimal, written } from './decimal';
import { tidy } from './fold';

// The largest single amount the server keeps, in 分.
const most = 9_007_199_254_740n;
// A plan is exact to 元.
const fenPerYuan = 100n;
const yuanPerWan = 10_000n;

/** An amount in 万元, exact to 元; one written in 元 is converted, and the note shows how. An empty cell stays empty. */
export function cleanMoney(raw: string): Cleaned {
  const text = tidy(raw);
  if (/亿元?$/.test(text)) return bad('单位不是万元，请换算成万元后填写（1 亿元写 10000）');
  if (/^[¥￥]/.test(text)) return bad('写有货币符号，看不出单位，请换算成万元后只写数字');
  const read = written(raw, ['万元', '万', '元']);
  if (read === null) return good('');
  if ('wrong' in read) return bad(read.wrong);
  const { number, unit } = read;
  if (number.negative) return bad('金额不能为负数');
  const inYuan = unit === '元';
  if (number.rest.length > (inYuan ? 0 : 4)) {
    return bad(inYuan ? '不足 1 元，请四舍五入到元后填写' : '小数超过 4 位（不足 1 元），请四舍五入到元后填写');
  }
  const fen = inYuan ? BigInt(number.whole) * fenPerYuan : fenOf(plainDecimal(number));
  if (fen === null || fen > most) return bad('数额过大，请核对单位是否为万元');
  const note = inYuan ? `${number.whole} 元 ÷ ${yuanPerWan} = ${wan(fen)} 万元` : undefined;
  return good(wanPlain(fen), note ?? (read.tampered && unit !== '' ? `按 ${wan(fen)} 万元填入` : undefined));
}
