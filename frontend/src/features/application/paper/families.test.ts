import { expect, it } from 'vitest';
import { familiesOf } from './families';

it('puts each rule to the part it is about, in the order of the form, and loses none', () => {
  const rules = ['D06', 'F06', 'Z01', 'V01', 'C01', 'P03', 'X01', 'D02', 'I01'];
  const families = familiesOf(rules.map((rule) => ({ rule })));
  expect(families.map((f) => [f.title, ...f.findings.map((x) => x.rule)])).toEqual([
    ['① 基本情况', 'C01', 'X01'],
    ['② 行政村', 'V01'],
    ['③ 产业', 'I01'],
    ['④ 项目清单', 'P03'],
    ['⑤ 资金汇总', 'F06'],
    ['⑥ 两年实施规划', 'D02'],
    ['⑦ 附件', 'D06'],
    ['其他', 'Z01'],
  ]);
});
