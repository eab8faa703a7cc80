import {
  asProject,
  asSections,
  type Kept,
  type KeptDraft,
  type Project,
  type SectionName,
  type Sections,
  sectionNames,
} from '@/api/draft';

/** What the person sees and types. Never changed in place: an old content is what undo goes back to. */
export interface Content {
  sections: Sections;
  projects: readonly Project[];
}

/** One piece to be sent, over the version it was begun from. */
export type Work =
  | { kind: 'section'; name: SectionName; version: number; body: Sections[SectionName] }
  | { kind: 'add'; body: Project }
  | { kind: 'save'; version: number; body: Project }
  | { kind: 'remove'; id: string; version: number }
  | { kind: 'order'; ids: string[] };

/** A piece by name: section:zone, project:P01, order. */
export function pieceOf(work: Work): string {
  switch (work.kind) {
    case 'section':
      return `section:${work.name}`;
    case 'order':
      return 'order';
    case 'remove':
      return `project:${work.id}`;
    default:
      return `project:${work.body.id}`;
  }
}

export const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export function contentOf(kept: KeptDraft): Content {
  const { zone, villages, industries, fundPlan, plan, mechanism, papers } = kept.sections;
  return {
    sections: {
      zone: zone.body,
      villages: villages.body,
      industries: industries.body,
      fundPlan: fundPlan.body,
      plan: plan.body,
      mechanism: mechanism.body,
      papers: papers.body,
    },
    projects: kept.projects.map((p) => p.body),
  };
}

/** What the server does not have yet, in the order it is sent: what is gone first, so that its number is free, the order last. */
export function workOf(content: Content, kept: KeptDraft): Work[] {
  const work: Work[] = [];
  for (const name of sectionNames) {
    const { version, body } = kept.sections[name];
    if (!equal(content.sections[name], body))
      work.push({ kind: 'section', name, version, body: content.sections[name] });
  }
  for (const { version, body } of kept.projects)
    if (!content.projects.some((p) => p.id === body.id)) work.push({ kind: 'remove', id: body.id, version });
  for (const body of content.projects) {
    const has = kept.projects.find((k) => k.body.id === body.id);
    if (!has) work.push({ kind: 'add', body });
    else if (!equal(has.body, body)) work.push({ kind: 'save', version: has.version, body });
  }
  const ids = content.projects.map((p) => p.id);
  if (!equal(ids, orderAfter(kept, work))) work.push({ kind: 'order', ids });
  return work;
}

/** The order the server will have once rows are taken away and added at the end. */
function orderAfter(kept: KeptDraft, work: Work[]): string[] {
  const gone = work.flatMap((w) => (w.kind === 'remove' ? [w.id] : []));
  const fresh = work.flatMap((w) => (w.kind === 'add' ? [w.body.id] : []));
  return [...kept.projects.map((k) => k.body.id).filter((id) => !gone.includes(id)), ...fresh];
}

/** What the server has after a piece was saved as `version`. */
export function keptAfter(kept: KeptDraft, work: Work, version: number): KeptDraft {
  switch (work.kind) {
    case 'section':
      return { ...kept, sections: { ...kept.sections, [work.name]: { version, body: work.body } } };
    case 'add':
      return { ...kept, projects: [...kept.projects, { version, body: work.body }] };
    case 'save':
      return {
        ...kept,
        projects: kept.projects.map((k) => (k.body.id === work.body.id ? { version, body: work.body } : k)),
      };
    case 'remove':
      return { ...kept, projects: kept.projects.filter((k) => k.body.id !== work.id) };
    case 'order':
      return { ...kept, projects: ordered(kept.projects, work.ids) };
  }
}

function ordered(projects: Kept<Project>[], ids: string[]): Kept<Project>[] {
  const at = (k: Kept<Project>) => ids.indexOf(k.body.id);
  return [...projects].sort((a, b) => at(a) - at(b));
}

/** One piece of the server's, as it is now; nothing where it is gone. */
export function keptPiece(kept: KeptDraft, piece: string): Kept<unknown> | undefined {
  const [kind, name] = piece.split(':');
  if (kind === 'section') return sectionNames.map((n) => (n === name ? kept.sections[n] : undefined)).find(Boolean);
  return kept.projects.find((k) => k.body.id === name);
}

/** One piece of what is typed. */
export function contentPiece(content: Content, piece: string): unknown {
  const [kind, name] = piece.split(':');
  if (kind === 'section') return sectionNames.map((n) => (n === name ? content.sections[n] : undefined)).find(Boolean);
  return content.projects.find((p) => p.id === name);
}

/** The content with one piece put in place of what it was; nothing takes a project away. */
export function withPiece(content: Content, piece: string, body: unknown): Content {
  const [kind, id] = piece.split(':');
  const name = sectionNames.find((n) => n === id);
  if (kind === 'section' && name) return { ...content, sections: { ...content.sections, ...asSections(name, body) } };
  const others = content.projects.filter((p) => p.id !== id);
  if (body === null || body === undefined) return { ...content, projects: others };
  const project = asProject(body);
  const has = content.projects.some((p) => p.id === id);
  return {
    ...content,
    projects: has ? content.projects.map((p) => (p.id === id ? project : p)) : [...others, project],
  };
}
