import { api, newKey, tagOf, take } from './client';
import type { Shape } from './types';

/** The content of each section of a draft. */
export interface Sections {
  zone: Shape<'SectionZone'>;
  villages: Shape<'DocumentVillage'>[];
  industries: Shape<'DocumentIndustry'>[];
  fundPlan: Shape<'DocumentFundPlan'>;
  plan: Shape<'DocumentPlan'>;
  mechanism: Shape<'SectionMechanism'>;
  papers: { resolution: Shape<'DocumentResolution'> | null; officialLetter: Shape<'DocumentOfficialLetter'> };
}
export type SectionName = keyof Sections;
export type Project = Shape<'DocumentProject'>;
export type Saved = Shape<'Saved'>;

export const sectionNames: SectionName[] = [
  'zone',
  'villages',
  'industries',
  'fundPlan',
  'plan',
  'mechanism',
  'papers',
];

/** A piece as the server keeps it, with the version to save over. */
export interface Kept<T> {
  version: number;
  body: T;
}

export interface KeptDraft {
  sections: { [N in SectionName]: Kept<Sections[N]> };
  projects: Kept<Project>[];
}

/** A whole draft with the version of each piece. */
export async function readDraft(id: string): Promise<KeptDraft> {
  const path = { id };
  const [sections, projects] = await Promise.all([
    take(api.GET('/applications/{id}/sections', { params: { path } })),
    take(api.GET('/applications/{id}/projects', { params: { path } })),
  ]);
  const byName = Object.fromEntries(sections.items.map((s) => [s.name, { version: s.version, body: s.body }]));
  return {
    sections: byName as KeptDraft['sections'],
    projects: projects.items.map((p) => ({ version: p.version, body: p.body as Project })),
  };
}

/** The application's own version, which ordering its projects is done over. */
export async function readVersion(id: string): Promise<number> {
  return (await take(api.GET('/applications/{id}', { params: { path: { id } } }))).version;
}

/** A piece read back from this PC's store, by what it is a piece of. */
export function asSections(name: SectionName, body: unknown): Partial<Sections> {
  return { [name]: body };
}

export function asProject(body: unknown): Project {
  return body as Project;
}

export function saveSection(id: string, name: SectionName, version: number, body: Sections[SectionName]) {
  return take(
    api.PUT('/applications/{id}/sections/{name}', {
      params: { path: { id, name }, header: { 'If-Match': tagOf(version) } },
      body: body as Shape<'SectionBody'>,
    }),
  );
}

/** Adding the same content again after a broken line must not be refused as a double: the key stays the content's own. */
export function addProject(id: string, body: Project, key = newKey()) {
  return take(
    api.POST('/applications/{id}/projects', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }),
  );
}

export function saveProject(id: string, version: number, body: Project) {
  return take(
    api.PUT('/applications/{id}/projects/{projectId}', {
      params: { path: { id, projectId: body.id }, header: { 'If-Match': tagOf(version) } },
      body,
    }),
  );
}

export function removeProject(id: string, projectId: string, version: number) {
  return take(
    api.DELETE('/applications/{id}/projects/{projectId}', {
      params: { path: { id, projectId }, header: { 'If-Match': tagOf(version) } },
    }),
  );
}

export function orderProjects(id: string, version: number, ids: string[]) {
  return take(
    api.PUT('/applications/{id}/project-order', {
      params: { path: { id }, header: { 'If-Match': tagOf(version) } },
      body: { ids },
    }),
  );
}

/** The rules over the draft as it is now; nothing is saved. */
export function checkNow(id: string) {
  return take(api.POST('/applications/{id}/checks', { params: { path: { id } } }));
}
