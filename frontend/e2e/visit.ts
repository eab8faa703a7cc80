import type { Desk } from './desk';
import { settle } from './settle';
import { loginOf, pathOf, type Sight } from './sights';

/** Goes to a sight as the one who looks at it, and waits until there is nothing more to come. */
export async function visit(desk: Desk, sight: Sight): Promise<void> {
  const login = await loginOf(sight, desk.world);
  if (login) await desk.seat(login);
  await desk.page.goto(await pathOf(sight, desk.world));
  await settle(desk.page);
  if (!sight.reach) return;
  await sight.reach(desk.page, desk.world);
  await settle(desk.page);
}
