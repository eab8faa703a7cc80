import { applicationOf, type Clerk } from '../clerk';

/** A page about the application of a county. */
export async function ofZone(c: Clerk, county: string, ending: string, below = ''): Promise<string> {
  return `/applications/${(await applicationOf(c, county, ending)).id}${below}`;
}
