import type { Project, Sections } from '@/api/draft';
import { asJson } from '@/api/json';
import type { Shape } from '@/api/types';
import { isObject, type Json, type JsonObject, mergePatch, same } from '@/lib/json';

/** What of an approved plan a change may touch. */
export interface Plan {
  projects: readonly Project[];
  fundPlan: Sections['fundPlan'];
}

export type Edits = Pick<Shape<'PlanChangeAskedBody'>, 'projects' | 'added' | 'removed' | 'fundPlan'>;

/** What turns one plan into the other, as a change is written: merge patches of what stays, whole projects for what is new. */
export function editsOf(from: Plan, to: Plan): Edits {
  const before = new Map(from.projects.map((p) => [p.id, object(asJson(p))]));
  const kept = new Set(to.projects.map((p) => p.id));
  const projects: { id: string; patch: JsonObject }[] = [];
  const added: JsonObject[] = [];
  for (const project of to.projects) {
    const was = before.get(project.id);
    const is = object(asJson(project));
    if (was === undefined) added.push(is);
    else {
      const patch = mergePatch(was, is);
      if (Object.keys(patch).length > 0) projects.push({ id: project.id, patch });
    }
  }
  const removed = from.projects.filter((p) => !kept.has(p.id)).map((p) => p.id);
  const fundPlan = mergePatch(object(asJson(from.fundPlan)), object(asJson(to.fundPlan)));
  return {
    ...(projects.length > 0 ? { projects } : {}),
    ...(added.length > 0 ? { added } : {}),
    ...(removed.length > 0 ? { removed } : {}),
    ...(Object.keys(fundPlan).length > 0 ? { fundPlan } : {}),
  };
}

export function isEmpty(edits: Edits): boolean {
  return Object.keys(edits).length === 0;
}

/** Whether two edits would be judged alike. */
export function sameEdits(a: Edits, b: Edits): boolean {
  return same(asJson(a), asJson(b));
}

const object = (value: Json): JsonObject => (isObject(value) ? value : {});
