import type { TestProject } from 'vitest/node';
import { discard, fill, type Kind, type Template } from './template';

declare module 'vitest' {
  interface ProvidedContext {
    kind: Kind;
    template: Template;
  }
}

/** Fills the demonstration's world once for everything on one database. */
export default async function setup(project: TestProject) {
  const template = await fill(project.getProvidedContext().kind);
  project.provide('template', template);
  return () => discard(template);
}
