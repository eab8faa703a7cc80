import { bad, type Cleaned, good } from './cleaned';
import { tidy, vacant } from './fold';

const typed =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})?$/;
const noDay = '不是日期，请写成 2023-03-01 这样的形式';

// Excel counts days from the end of 1899; only the span in which projects are built is taken for such a count.
const firstSerial = 36526; // 2000-01-01
const lastSerial = 73050; // 2099-12-31

/** Which day a month alone means, or that the month is all there is to say. */
export type MonthMeans = 'first' | 'last' | 'month';

/** A date as people type it: 2023/3, 2023年3月, 2023.3.1, 20230301 or Excel's count of days. */
export function cleanDay(raw: string, means: MonthMeans): Cleaned {
  const text = tidy(raw);
  if (vacant(text)) return good('');
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const days = Number(text.slice(0, 5));
    if (days < firstSerial || days > lastSerial) return bad(noDay);
    const day = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
    return good(means === 'month' ? day.slice(0, 7) : day, `按 ${day} 填入`);
  }
  // A cell of numbers shows October as 2023.1.
  const unclear = /^(\d{4})\.1$/.exec(text);
  if (unclear) {
    const year = unclear[1];
    return bad(`可能是 ${year} 年 1 月，也可能是 10 月，请写成 ${year}-01 或 ${year}-10`);
  }
  const m = typed.exec(text) ?? compact.exec(text);
  return m ? civil(Number(m[1]), Number(m[2]), m[3] === undefined ? null : Number(m[3]), means) : bad(noDay);
}

function civil(year: number, month: number, day: number | null, means: MonthMeans): Cleaned {
  if (year < 1900 || year > 2200) return bad('年份不在 1900 至 2200 年之间');
  if (month < 1 || month > 12) return bad('月份应为 1 至 12');
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day !== null && (day < 1 || day > length)) return bad(`${year} 年 ${month} 月没有这一天`);
  const two = (n: number) => String(n).padStart(2, '0');
  const inMonth = `${year}-${two(month)}`;
  if (means === 'month') return good(inMonth);
  if (day !== null) return good(`${inMonth}-${two(day)}`);
  const whole = `${inMonth}-${two(means === 'last' ? length : 1)}`;
  return good(whole, `只写了年月，按 ${whole} 填入`);
}
