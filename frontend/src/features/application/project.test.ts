import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanCell, plainCell, showCell } from '@/components/ProjectGrid/cell';
import heads from '../../../fixtures/project-table.json';
import { type Known, projectFields } from './projectColumns';
import type { Project } from './projectField';
import { holds, lockOutside, nextId, projectOf, rowOf, sharedOut, withCells } from './projectRows';

const known: Known = {
  villages: [
    { code: '370686901201', name: '下袁楼村', townCode: '370686901', townName: '云溪镇' },
    { code: '370686901202', name: '前戚家沟村', townCode: '370686901', townName: '云溪镇' },
    { code: '370686902201', name: '东村', townCode: '370686902', townName: '石桥镇' },
    { code: '370686901203', name: '东村', townCode: '370686901', townName: '云溪镇' },
  ],
  integrated: [
    {
      id: 'INT01',
      department: '市交通运输局',
      programme: '四好农村路',
      level: 'CITY',
      amount: 520,
      status: 'COMMITTED',
    },
    {
      id: 'INT02',
      department: '市水利局',
      programme: '农村饮水提升',
      level: 'PROVINCE',
      amount: 460,
      status: 'COMMITTED',
    },
  ],
};
const fields = projectFields(known);

const project: Project = {
  id: 'P01',
  name: '前戚家沟村苹果种植基地',
  contentCategory: 'INDUSTRY',
  libraryType: 'INDUSTRY_DEVELOPMENT',
  librarySubType: '生产项目',
  nature: '新建',
  implementationMode: 'REWARD_FOR_SUBSIDY',
  fundUse: 'CONSTRUCTION',
  townCodes: ['370686901'],
  villageCodes: ['370686901202', '370686902201'],
  responsibleDept: '市乡村振兴局',
  implementer: '云溪镇人民政府',
  startDate: '2023-02-01',
  endDate: '2023-11-28',
  contentAndScale: '新建基地550亩\n配套棚架',
  beneficiaries: { households: 239, persons: 693, povertyRelievedPersons: 34, monitoredPersons: 6 },
  benefitLinkage: {
    modes: ['PRODUCTION', 'EMPLOYMENT'],
    directHouseholds: 43,
    povertyOrMonitoredHouseholds: 37,
    description: '带动农户',
  },
  assetType: 'OPERATING',
  negativeListTags: ['楼堂馆所'],
  performanceTargets: [
    { kind: 'OUTPUT_QUANTITY', name: '完成建设内容', value: '100%' },
    { kind: 'SATISFACTION', name: '受益群众满意度', value: '≥95%' },
  ],
  funds: [
    { source: 'LINKAGE_PROV_UP', amount: 237.5 },
    { source: 'LINKAGE_CITY', amount: 229.4999 },
    { source: 'INTEGRATED', amount: 60, integratedItemId: 'INT01' },
    { source: 'INTEGRATED', amount: 40.5, integratedItemId: 'INT02' },
    { source: 'SOCIAL', amount: 180.0001 },
  ],
  totalInvestment: 747.5,
};

const field = (key: string) => {
  const found = fields.find((each) => each.column.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
};
const put = (p: Project, key: string, to: string) =>
  withCells(fields, p, [{ rowId: p.id, key, from: field(key).get(p), to }]);

describe('the columns', () => {
  it('stand in the order of the Excel table, with its headings, choices, totals and pages', () => {
    const own = fields.map(({ column: c }) => ({
      ...(c.group && { group: c.group }),
      head: c.title,
      ...(c.kind === 'choice' && { choices: c.choices?.map((choice) => choice.label) }),
      ...(c.total && { sum: true }),
      ...(c.breaks && { breaks: true }),
    }));
    expect(own).toEqual(heads);
  });

  it('show names where the document has codes, the code where two villages share a name', () => {
    const shown = (key: string) => showCell(field(key).column, field(key).get(project));
    expect(shown('villageCodes')).toBe('前戚家沟村、370686902201');
    expect(shown('contentCategory')).toBe('产业发展');
    expect(shown('funds.LINKAGE_CITY')).toBe('229.4999');
    expect(shown('funds.INTEGRATED')).toBe('100.50');
    expect(shown('funds.items')).toBe('INT01 60；INT02 40.5');
    expect(shown('benefitLinkage.modes')).toBe('带动生产、务工就业');
    expect(shown('performanceTargets')).toBe('产出数量：完成建设内容：100%\n满意度：受益群众满意度：≥95%');
  });

  it.each(fields.map((f) => [f.column.key, f] as const))('%s comes back as it was copied', (_, { column, get }) => {
    const cell = get(project);
    expect(cleanCell(column, plainCell(column, cell))).toMatchObject({ ok: true, value: cell });
  });
});

describe('cells put into a project', () => {
  it('changes nothing where nothing differs, to the very object', () => {
    const row = rowOf(fields, project);
    const same = fields.map(({ column: { key } }) => ({ rowId: 'P01', key, from: '', to: row.cells[key] ?? '' }));
    expect(withCells(fields, project, same)).toBe(project);
  });

  it('makes the same project of its row', () => {
    const shared = { ...project, funds: project.funds?.filter((f) => f.source !== 'INTEGRATED') };
    expect(projectOf(fields, rowOf(fields, shared))).toEqual(shared);
    expect(projectOf(fields, rowOf(fields, project)).funds).toEqual(expect.arrayContaining(project.funds ?? []));
  });

  it('keeps an amount exact to 元, as the number the API reads', () => {
    expect(JSON.stringify(put(project, 'totalInvestment', '9007199.2547').totalInvestment)).toBe('9007199.2547');
    expect(put(project, 'funds.SOCIAL', '0.0001').funds).toContainEqual({ source: 'SOCIAL', amount: 0.0001 });
  });

  it('drops a source without an amount', () => {
    expect(put(project, 'funds.SOCIAL', '').funds?.some((f) => f.source === 'SOCIAL')).toBe(false);
  });

  it('leaves what is shared out item by item, and says so', () => {
    expect(put(project, 'funds.INTEGRATED', '5')).toEqual(project);
    const { column } = field('funds.INTEGRATED');
    expect(sharedOut(rowOf(fields, project), column)).toContain('逐项填写');
  });

  it('gives one item the whole amount, and undoing it gives the former back', () => {
    const one = put({ id: 'P02', funds: [{ source: 'INTEGRATED', amount: 100 }] }, 'funds.items', 'INT02');
    expect(one.funds).toEqual([{ source: 'INTEGRATED', amount: 100, integratedItemId: 'INT02' }]);
    const two = put(one, 'funds.items', 'INT01 60\nINT02 50');
    expect(field('funds.INTEGRATED').get(two)).toBe('110');
    expect(put(two, 'funds.items', field('funds.items').get(one))).toEqual(one);
  });

  it('keeps the item while its amount is empty', () => {
    const one: Project = { id: 'P02', funds: [{ source: 'INTEGRATED', amount: 100, integratedItemId: 'INT02' }] };
    const emptied = put(one, 'funds.INTEGRATED', '');
    expect(put(emptied, 'funds.INTEGRATED', '100')).toEqual(one);
  });
});

describe('items and targets as people write them', () => {
  const clean = (key: string, text: string) => cleanCell(field(key).column, text);
  it.each([
    ['funds.items', 'int01', 'INT01'],
    ['funds.items', '四好农村路', 'INT01'],
    ['funds.items', '四好农村路 120；市水利局农村饮水提升 30.5万元', 'INT01 120\nINT02 30.5'],
    ['funds.items', '—', ''],
    ['performanceTargets', '产出数量：修路：3公里\n满意度:群众:95%', '产出数量：修路：3公里\n满意度：群众：95%'],
    ['performanceTargets', '产出时效｜完成时限：｜12月', '产出时效｜完成时限：｜12月'],
    ['negativeListTags', '无', ''],
  ])('%s: %s', (key, text, value) => expect(clean(key, text)).toMatchObject({ ok: true, value }));

  it.each([
    ['funds.items', 'INT09', '没有名为“INT09”的整合资金条目，可写：INT01（四好农村路）、INT02（农村饮水提升）'],
    ['funds.items', 'INT01、INT02', '须每项写明金额'],
    ['performanceTargets', '修路3公里', '三段'],
    ['performanceTargets', '产量：修路：3公里', '指标类别'],
  ])('%s refuses %s', (key, text, why) => {
    expect(clean(key, text)).toMatchObject({ ok: false, wrong: expect.stringContaining(why) });
  });
});

describe('rows', () => {
  it('takes the next free number', () => {
    expect(nextId(new Set(['P01', 'P02', 'P04']))).toBe('P03');
    expect(nextId(new Set(Array.from({ length: 99 }, (_, i) => `P${String(i + 1).padStart(2, '0')}`)))).toBe('P100');
  });

  it.each([
    ['funds', 'funds.LINKAGE_CITY', true],
    ['/funds/0/amount', 'funds.items', true],
    ['beneficiaries', 'beneficiaries.persons', true],
    ['/benefitLinkage/modes/1', 'benefitLinkage.modes', true],
    ['name', 'nature', false],
    ['/startDate', 'startDate', true],
  ])('%s is where %s is: %s', (path, key, yes) => expect(holds(path, key)).toBe(yes));

  it('leaves open what a slip names, and freezes the rest', () => {
    const lock = lockOutside([
      { section: 'projects', row: 'P01', fields: ['contentAndScale', 'funds'] },
      { section: 'projects', row: 'P02' },
      { section: 'zone' },
    ]);
    const open = (id: string, key: string) => lock({ id, cells: {} }, field(key).column) === null;
    expect(open('P01', 'contentAndScale')).toBe(true);
    expect(open('P01', 'funds.SOCIAL')).toBe(true);
    expect(open('P01', 'name')).toBe(false);
    expect(open('P02', 'name')).toBe(true);
    expect(open('P03', 'name')).toBe(false);
  });

  it.each(['A01', 'A02', 'A03', 'A04', 'A05', 'A06'])(
    'brings every project of sample %s through the grid unchanged',
    (name) => {
      const doc: Sample = JSON.parse(
        readFileSync(`${import.meta.dirname}/../../../../internal/sample/${name}.json`, 'utf8'),
      );
      const own = projectFields({ villages: doc.zone.villages, integrated: doc.fundPlan.integrated });
      for (const p of doc.projects) expect(projectOf(own, rowOf(own, p))).toEqual(p);
    },
  );
});

interface Sample {
  zone: { villages: Known['villages'] };
  fundPlan: { integrated: Known['integrated'] };
  projects: Project[];
}
