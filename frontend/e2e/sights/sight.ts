import type { Page } from 'playwright-core';
import type { Screen } from '../browser';
import type { Clerk } from '../clerk';
import type { World } from '../world';

/**
 * What a world holds: the demonstration as it is, its draft grown to a hundred projects, its draft emptied; its story up to the notices,
 * one open and one in draft; the demonstration after somebody wrote in its record, with an inspector of one city.
 */
export type Filling = 'demo' | 'full' | 'bare' | 'notices' | 'tampered';

/** A page in one of its states, and how to get there. */
export interface Sight {
  name: string;
  /** Who looks at it; nobody for the public pages. Whom a draw chose is looked up. */
  login?: string | ((world: World) => Promise<string>);
  path: string | ((c: Clerk) => Promise<string>);
  filling?: Filling;
  /** What one does there to see the state. */
  reach?: (page: Page, world: World) => Promise<void>;
  /** The one screen it is looked at on, where it is not those of offices. */
  screen?: Screen;
  /** Its budget on the wire, where it has one: sign-in, a page of work, a page with charts or a document. */
  weight?: 'signIn' | 'work' | 'heavy';
  /** Whether Lighthouse judges it. */
  judged?: boolean;
}
