import { clerk } from '../clerk';
import type { World } from '../world';
import { afterwardSights } from './afterward';
import { applicationSights } from './application';
import { batchSights } from './batch';
import { frameSights } from './frame';
import { fundsSights } from './funds';
import { monthlySights } from './monthly';
import { noticeSights } from './notice';
import { peopleSights } from './people';
import { reviewSights } from './review';
import { reviewDeskSights } from './reviewDesk';
import { shortlistSights } from './shortlist';
import type { Sight } from './sight';
import { stateSights } from './states';

export type { Filling, Sight } from './sight';

/** Every page and state, in the order of the menu. */
export const sights: Sight[] = [
  ...frameSights,
  ...applicationSights,
  ...afterwardSights,
  ...monthlySights,
  ...shortlistSights,
  ...reviewSights,
  ...reviewDeskSights,
  ...noticeSights,
  ...fundsSights,
  ...batchSights,
  ...peopleSights,
  ...stateSights,
];

/** The address of a page; where it holds an id, its own visitor looks it up. */
export async function pathOf(sight: Sight, world: World): Promise<string> {
  return typeof sight.path === 'string'
    ? sight.path
    : sight.path(await clerk(world, (await loginOf(sight, world)) ?? 'sheng-zx'));
}

export async function loginOf({ login }: Sight, world: World): Promise<string | undefined> {
  return typeof login === 'function' ? login(world) : login;
}
