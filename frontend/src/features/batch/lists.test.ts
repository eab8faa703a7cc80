import { describe, expect, it } from 'vitest';
import { lists, readRows } from './lists';

const of = (key: string) => {
  const found = lists.find((l) => l.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('lists pasted from Excel', () => {
  it('passes over the heading and reads words as codes', () => {
    const read = readRows(
      of('cities'),
      '区划代码\t名称\t类别\t有重点县\r\n370600\t烟台市\t东部\t否\r\n371300\t临沂市\t\t是\r\n',
    );
    expect(read.wrong).toEqual([]);
    expect(read.rows).toEqual([
      { code: '370600', name: '烟台市', regionClass: 'EAST', hasKeyCounty: false },
      { code: '371300', name: '临沂市', regionClass: null, hasKeyCounty: true },
    ]);
  });
  it('splits several codes in one cell and leaves an empty document number out', () => {
    const read = readRows(of('exclusionAreas'), '齐鲁样板省级示范区\t示范区\t370686\t乡镇\t370686905、370686906\t');
    expect(read.rows).toEqual([
      {
        programme: 'QILU_MODEL_DEMO',
        title: '示范区',
        countyCode: '370686',
        scope: 'TOWN',
        codes: ['370686905', '370686906'],
      },
    ]);
  });
  it('names each cell it cannot read and what it may be', () => {
    expect(readRows(of('counties'), '370686\t栖霞市\t东边').wrong).toEqual([
      '第 1 行“类别”：“东边”读不懂，应为东部、中部、西部之一',
    ]);
    expect(readRows(of('keyCounties'), '371325\t').wrong).toEqual(['第 1 行“名称”：没有填']);
  });
});
