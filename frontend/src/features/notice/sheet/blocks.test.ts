import { describe, expect, it } from 'vitest';
import { blocksOf, filledIn, lost } from './blocks';

const published = [
  '根据文件规定，现予公示。',
  '一、拟立项名单',
  '1. 烟台市栖霞市：“果韵云溪”（370686-01），行政村 10 个，排名第 1，拟奖补 2000 万元',
  '2. 济宁市梁山县：“水泊稻香”（370832-01），行政村 14 个，排名第 2，拟奖补 3000 万元',
  '合计 2 个，拟奖补 5000 万元。',
  '二、公示时间',
  '2023年2月1日至2023年2月10日。',
].join('\n');

describe('a notice on its sheet', () => {
  it('puts the table once where the published text lists line by line, and drops the sum that repeats it', () => {
    expect(blocksOf(published, ['370686-01', '370832-01']).map((b) => b.kind)).toEqual([
      'text',
      'heading',
      'list',
      'heading',
      'text',
    ]);
  });
  it('keeps a numbered line that names nobody on the list', () => {
    expect(blocksOf('1. 请携带身份证件。', ['370686-01']).map((b) => b.kind)).toEqual(['text', 'list']);
  });
  it('keeps a sum of something else', () => {
    expect(blocksOf('【名单】\n合计 3 个县参加。', ['370686-01'])[1]?.text).toBe('合计3个县参加。');
  });
  it('takes a long line or one with a full stop for text, whatever its number', () => {
    expect(blocksOf('一、经研究，现予公示。\n【名单】', [])[0]?.kind).toBe('text');
  });
  it('appends the table where a draft lost its place, and says so', () => {
    expect(blocksOf('现予公示。', ['1']).at(-1)?.kind).toBe('list');
    expect(lost('现予公示，自【公示起止日期】。')).toHaveLength(2);
  });
  it('fills in what is known before a draft opens', () => {
    expect(filledIn('【公示起止日期】。电话【监督电话】', '12317')).toBe('自发布之日起。电话12317');
  });
});
