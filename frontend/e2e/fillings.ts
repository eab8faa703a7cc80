import { makeBare, makeFull } from './full';
import { type Filling, sights } from './sights';
import type { Template } from './template';
import { World } from './world';

export const fillings: Filling[] = [...new Set(sights.map((s) => s.filling ?? 'demo'))];

/** Opens a world with what it shall hold. */
export async function openFilled(template: Template, filling: Filling): Promise<World> {
  const world = await World.open(template);
  if (filling === 'full') await makeFull(world);
  if (filling === 'bare') await makeBare(world);
  return world;
}
