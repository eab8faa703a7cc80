import { clerk, got } from './clerk';
import type { World } from './world';

type State = 'ASSIGNED' | 'OPEN' | 'SUBMITTED';

/** A task of an expert: who, and where it is done. */
export interface Task {
  login: string;
  id: string;
  path: string;
  title: string;
}

/** The tasks about a county's application of the batch in review that stand so, with the experts who have them. */
export async function tasksOf(world: World, county: string, state: State, stage = 'WRITTEN'): Promise<Task[]> {
  const found: Task[] = [];
  for (const { login, role } of world.everyone()) {
    if (role !== 'expert') continue;
    const { items } = await got((await clerk(world, login)).GET('/reviews'));
    for (const r of items) {
      if (r.application.county.code !== county || r.state !== state || r.stage !== stage) continue;
      if (!r.open && state !== 'SUBMITTED') continue;
      found.push({ login, id: r.id, path: `/reviews/${r.id}`, title: r.application.title });
    }
  }
  return found;
}

/** One of them, and an error where there are not so many. */
export function nthOf(tasks: Task[], nth: number): Task {
  const task = tasks[nth];
  if (!task) throw new Error(`only ${tasks.length} such tasks`);
  return task;
}
