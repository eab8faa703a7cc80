import type { World } from './world';

/** Somebody gives a department more money than it promised, in the record itself; and the inspector looks after one city only. */
export async function tamper(world: World): Promise<void> {
  world.command('admin', 'grant', 'add', 'sheng-dc', 'inspector', '370600');
  world.command('admin', 'grant', 'remove', 'sheng-dc', 'inspector', '370000');
  await world.overwrite('市交通运输局确认 520 万元', '市交通运输局确认 920 万元');
}
