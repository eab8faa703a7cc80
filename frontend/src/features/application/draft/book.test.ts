import { describe, expect, it } from 'vitest';
import type { Project } from '@/api/draft';
import { contentOf, keptAfter, pieceOf, workOf } from './book';
import { keptDraft } from './draft.fixture';

const project = (id: string, name = ''): Project => ({ id, name });

const kept = keptDraft(project('P01'), project('P02'));

const said = (content: ReturnType<typeof contentOf>) => workOf(content, kept).map((w) => `${w.kind} ${pieceOf(w)}`);

describe('what is left to save', () => {
  const content = contentOf(kept);
  it('is nothing after reading', () => {
    expect(said(content)).toEqual([]);
  });
  it('is one section when one field changed, over the version it was read at', () => {
    const plan = { ...content.sections.plan, title: '规划' };
    const work = workOf({ ...content, sections: { ...content.sections, plan } }, kept);
    expect(work).toEqual([{ kind: 'section', name: 'plan', version: 1, body: plan }]);
  });
  it('is one row when one project changed', () => {
    expect(said({ ...content, projects: [project('P01', '冷库'), project('P02')] })).toEqual(['save project:P01']);
  });
  it('adds a row at the end without ordering', () => {
    expect(said({ ...content, projects: [...content.projects, project('P03')] })).toEqual(['add project:P03']);
  });
  it('orders after adding in the middle', () => {
    expect(said({ ...content, projects: [project('P01'), project('P03'), project('P02')] })).toEqual([
      'add project:P03',
      'order order',
    ]);
  });
  it('takes a row away before another is added', () => {
    expect(said({ ...content, projects: [project('P02'), project('P03')] })).toEqual([
      'remove project:P01',
      'add project:P03',
    ]);
  });
  it('is done when each piece is kept', () => {
    const changed = { ...content, projects: [project('P03'), project('P02', '道路')] };
    const last = workOf(changed, kept).reduce((k, w) => keptAfter(k, w, 9), kept);
    expect(workOf(changed, last)).toEqual([]);
  });
});
