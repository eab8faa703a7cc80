import { describe, expect, it } from 'vitest';
import type { KeptDraft, Project } from '@/api/draft';
import { type Content, contentOf } from './book';
import { keptDraft } from './draft.fixture';
import { rebased, withSection } from './rebase';

const named = (id: string, name: string): Project => ({ id, name });
const kept = keptDraft(named('P01', '冷库'), named('P02', '道路'));

/** What another clerk left at the server. */
function theirs(...projects: [Project, number][]): KeptDraft {
  return { ...kept, projects: projects.map(([body, version]) => ({ body, version })) };
}
const names = (c: Content) => c.projects.map((p) => `${p.id}${p.name}`);

describe('putting what is typed upon a newer draft', () => {
  const content = contentOf(kept);
  it('takes what they changed where I changed nothing', () => {
    const plan = { title: '规划', startDate: '', endDate: '' };
    const fresh = { ...kept, sections: { ...kept.sections, plan: { version: 2, body: plan } } };
    const after = rebased(content, kept, fresh);
    expect(after.met).toEqual([]);
    expect(after.content.sections.plan).toEqual(plan);
  });
  it('meets where both changed one section', () => {
    const mine = { title: '我', startDate: '', endDate: '' };
    const other = { title: '他', startDate: '', endDate: '' };
    const fresh = { ...kept, sections: { ...kept.sections, plan: { version: 2, body: other } } };
    const after = rebased({ ...content, sections: withSection(content.sections, 'plan', mine) }, kept, fresh);
    expect(after.met.map((m) => [m.piece, m.mine, m.theirs])).toEqual([['section:plan', mine, other]]);
    expect(after.content.sections.plan).toEqual(mine);
  });
  it('keeps rows each of us added', () => {
    const mine = { ...content, projects: [...content.projects, named('P03', '我')] };
    const after = rebased(
      mine,
      kept,
      theirs([named('P01', '冷库'), 1], [named('P02', '道路'), 1], [named('P04', '他'), 1]),
    );
    expect(names(after.content)).toEqual(['P01冷库', 'P02道路', 'P03我', 'P04他']);
    expect(after.met).toEqual([]);
  });
  it('meets where both took the same number for a new row', () => {
    const mine = { ...content, projects: [...content.projects, named('P03', '我')] };
    const fresh = theirs([named('P01', '冷库'), 1], [named('P02', '道路'), 1], [named('P03', '他'), 1]);
    expect(rebased(mine, kept, fresh).met.map((m) => m.piece)).toEqual(['project:P03']);
  });
  it('lets a row go that they took away and I left alone', () => {
    expect(names(rebased(content, kept, theirs([named('P02', '道路'), 1])).content)).toEqual(['P02道路']);
  });
  it('meets where they took away what I changed', () => {
    const mine = { ...content, projects: [named('P01', '冷库（改）'), named('P02', '道路')] };
    const after = rebased(mine, kept, theirs([named('P02', '道路'), 1]));
    expect(after.met.map((m) => [m.piece, m.theirs])).toEqual([['project:P01', undefined]]);
    expect(names(after.content)).toContain('P01冷库（改）');
  });
  it('meets where I took away what they changed', () => {
    const mine = { ...content, projects: [named('P02', '道路')] };
    const after = rebased(mine, kept, theirs([named('P01', '冷库（他）'), 2], [named('P02', '道路'), 1]));
    expect(after.met.map((m) => [m.piece, m.mine])).toEqual([['project:P01', undefined]]);
  });
  it('keeps my order where I moved rows', () => {
    const mine = { ...content, projects: [named('P02', '道路'), named('P01', '冷库')] };
    const after = rebased(
      mine,
      kept,
      theirs([named('P01', '冷库'), 1], [named('P02', '道路'), 1], [named('P03', '他'), 1]),
    );
    expect(names(after.content)).toEqual(['P02道路', 'P03他', 'P01冷库']);
  });
});
