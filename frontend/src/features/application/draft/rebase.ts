import { type KeptDraft, type Project, type SectionName, type Sections, sectionNames } from '@/api/draft';
import { type Content, equal } from './book';

/** A piece both changed since it was read; undefined where one of them took it away. */
export interface Met {
  piece: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** What is typed, put upon a newer draft of the server's: pieces I left alone become theirs, pieces they left alone stay mine, the rest are met. */
export function rebased(content: Content, old: KeptDraft, fresh: KeptDraft): { content: Content; met: Met[] } {
  const met: Met[] = [];
  let sections = content.sections;
  for (const name of sectionNames) {
    if (equal(sections[name], old.sections[name].body))
      sections = withSection(sections, name, fresh.sections[name].body);
    else if (
      fresh.sections[name].version !== old.sections[name].version &&
      !equal(sections[name], fresh.sections[name].body)
    )
      met.push({
        piece: `section:${name}`,
        base: old.sections[name].body,
        mine: sections[name],
        theirs: fresh.sections[name].body,
      });
  }
  return { content: { sections, projects: rebaseProjects(content, old, fresh, met) }, met };
}

export function withSection<N extends SectionName>(sections: Sections, name: N, body: Sections[N]): Sections {
  return { ...sections, [name]: body };
}

function rebaseProjects(content: Content, old: KeptDraft, fresh: KeptDraft, met: Met[]): Project[] {
  const bodies = new Map<string, Project>();
  for (const id of new Set([...fresh.projects.map((k) => k.body.id), ...content.projects.map((p) => p.id)])) {
    const mine = content.projects.find((p) => p.id === id);
    const was = old.projects.find((k) => k.body.id === id);
    const now = fresh.projects.find((k) => k.body.id === id);
    if (equal(mine, was?.body)) {
      if (now) bodies.set(id, now.body);
      continue;
    }
    if (mine) bodies.set(id, mine);
    if (was?.version !== now?.version && !equal(mine, now?.body))
      met.push({ piece: `project:${id}`, base: was?.body, mine, theirs: now?.body });
  }
  return orderOf(content, old, fresh).flatMap((id) => bodies.get(id) ?? []);
}

/** Their order, unless I moved rows; rows only one of us has stand behind the row they stood behind. */
function orderOf(content: Content, old: KeptDraft, fresh: KeptDraft): string[] {
  const mine = content.projects.map((p) => p.id);
  const was = old.projects.map((k) => k.body.id);
  const theirs = fresh.projects.map((k) => k.body.id);
  const both = (ids: string[]) => ids.filter((id) => mine.includes(id) && was.includes(id));
  const [first, second] = equal(both(mine), both(was)) ? [theirs, mine] : [mine, theirs];
  const order = [...first];
  second.forEach((id, i) => {
    if (!order.includes(id)) order.splice(order.indexOf(second[i - 1] ?? '') + 1 || order.length, 0, id);
  });
  return order;
}
