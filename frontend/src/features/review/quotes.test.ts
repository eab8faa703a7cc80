import { describe, expect, it } from 'vitest';
import { quoteOf, quotesIn } from './quotes';

const files = [
  { id: 'a', fileName: '土地保障.pdf' },
  { id: 'b', fileName: '纪要（第 2 次）.pdf' },
];

describe('pages quoted in a reason', () => {
  it('are found again as they were put in', () => {
    const text = `面积不足${files.map((f, i) => quoteOf(f, i + 3)).join('')}，据实给分。`;
    expect(quotesIn(text, files)).toEqual([
      { label: '附件“土地保障.pdf”第 3 页', file: 'a', page: 3 },
      { label: '附件“纪要（第 2 次）.pdf”第 4 页', file: 'b', page: 4 },
    ]);
  });

  it('are found as typed by hand, without the blanks', () => {
    expect(quotesIn('见附件“土地保障.pdf”第12页', files)).toMatchObject([{ file: 'a', page: 12 }]);
  });

  it('lead nowhere when there is no such file', () => {
    expect(quotesIn('见附件“别的.pdf”第 1 页', files)).toEqual([]);
  });
});
