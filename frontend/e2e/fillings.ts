import { makeBare, makeFull } from './full';
import { makeNotices, untilNotices } from './notices';
import { type Filling, sights } from './sights';
import { tamper } from './tampered';
import { discard, fill, type Template } from './template';
import { World } from './world';

export const fillings: Filling[] = [...new Set(sights.map((s) => s.filling ?? 'demo'))];

/** Opens a world with what it shall hold. */
export async function openFilled(template: Template, filling: Filling): Promise<World> {
  if (filling === 'notices') return openNotices(template);
  const world = await World.open(template);
  if (filling === 'full') await makeFull(world);
  if (filling === 'bare') await makeBare(world);
  if (filling === 'tampered') await tamper(world);
  return world;
}

async function openNotices({ kind }: Template): Promise<World> {
  const own = await fill(kind, untilNotices);
  try {
    const world = await World.open(own);
    await makeNotices(world);
    return world;
  } finally {
    await discard(own);
  }
}
