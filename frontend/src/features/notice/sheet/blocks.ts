/** One piece of a notice as it is set: the list stands as a table wherever the text has it. */
export interface Block {
  kind: 'heading' | 'text' | 'list';
  text: string;
}

const slotList = '【名单】';

/** The text a draft would show: its open places filled in as far as they are known before it opens. */
export function filledIn(body: string, phone: string): string {
  return body.replaceAll('【公示起止日期】', '自发布之日起').replaceAll('【监督电话】', phone);
}

/** Which open places a draft's text lost; each with what that means. */
export function lost(body: string): string[] {
  const gaps: string[] = [];
  if (!body.includes(slotList)) gaps.push('正文里没有【名单】，名单将列在正文之后');
  if (!body.includes('【公示起止日期】')) gaps.push('正文里没有【公示起止日期】，发布时不会填入起止日');
  if (!body.includes('【监督电话】')) gaps.push('正文里没有【监督电话】，发布时不会填入电话');
  return gaps;
}

/** The paragraphs of a notice as the printed one has them: the lines of the list give way to the table, once. */
export function blocksOf(text: string, numbers: string[]): Block[] {
  const blocks: Block[] = [];
  let listed = false;
  for (const raw of text.split('\n')) {
    const line = solid(raw.trim());
    if (line === '') continue;
    if (line === slotList || lists(line, numbers)) {
      if (!listed) blocks.push({ kind: 'list', text: '' });
      listed = true;
    } else if (!(listed && sumsUp(line, numbers.length))) {
      blocks.push({ kind: chapter(line) ? 'heading' : 'text', text: line });
    }
  }
  return listed ? blocks : [...blocks, { kind: 'list', text: '' }];
}

/** Official print has no spaces between Chinese and figures. */
function solid(line: string): string {
  return line.replace(/(\p{Script=Han}) +(?=\d)/gu, '$1').replace(/(\d) +(?=\p{Script=Han})/gu, '$1');
}

function lists(line: string, numbers: string[]): boolean {
  return /^\d+\./.test(line) && numbers.some((no) => line.includes(`（${no}）`) || line.includes(`(${no})`));
}

function sumsUp(line: string, entries: number): boolean {
  return Number(/^合计\s*(\d+)\s*个/.exec(line)?.[1]) === entries;
}

/** A heading: "一、拟立项名单". */
function chapter(line: string): boolean {
  return line.length <= 20 && /^[一二三四五六七八九十]+、[^。，；]+$/.test(line);
}
