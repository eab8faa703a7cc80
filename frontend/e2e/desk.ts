import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Screen, screens } from './browser';
import { watch } from './faults';
import type { World } from './world';

/** One person at a browser of their own. */
export class Desk {
  private constructor(
    readonly world: World,
    readonly context: BrowserContext,
    public page: Page,
    readonly faults: string[],
    private readonly tolerance: { outage: boolean },
  ) {}

  /** A desk nobody has signed in at. */
  static async open(browser: Browser, world: World, screen: Screen = screens[0]): Promise<Desk> {
    const context = await browser.newContext({
      baseURL: world.url,
      viewport: { width: screen.width, height: screen.height },
      hasTouch: screen.touch ?? false,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const faults: string[] = [];
    const tolerance = { outage: false };
    return new Desk(world, context, await openTab(context, faults, tolerance), faults, tolerance);
  }

  /** Loses the tab with all that is in it, as when the browser is killed, and opens another. */
  async loseTab(): Promise<void> {
    await this.page.close({ runBeforeUnload: false });
    this.page = await openTab(this.context, this.faults, this.tolerance);
  }

  /** Takes a seat without the sign-in page, for journeys that are about something else. */
  async seat(login: string): Promise<this> {
    const { password } = this.world.account(login);
    const reply = await this.context.request.post('/api/v1/session', { data: { login, password } });
    if (!reply.ok()) throw new Error(`${login} cannot sign in: ${reply.status()} ${await reply.text()}`);
    return this;
  }

  /** Signs in as people do. */
  async signIn(login: string, password = this.world.account(login).password): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('账号').fill(login);
    await this.page.getByLabel('口令').fill(password);
    await this.page.getByRole('button', { name: '登录' }).click();
  }

  /** Opens a page and waits for its heading. */
  async go(path: string, heading?: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await this.page
      .getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) })
      .first()
      .waitFor();
  }

  /** Ends the session on the server while the page stays open, as half an hour's pause does. */
  async endSession(): Promise<void> {
    const reply = await this.context.request.delete('/api/v1/session');
    if (!reply.ok()) throw new Error(`the session does not end: ${reply.status()}`);
  }

  /** Gets up; faults found until then still count. */
  async leave(): Promise<void> {
    await this.context.close();
  }

  /** Slows the processor of this page, as an office PC of ten years ago. */
  async slow(times: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  }

  /** What happens while the line or the server is known to be away: requests may fail, nothing else may. */
  async during(outage: () => Promise<void>): Promise<void> {
    this.tolerance.outage = true;
    try {
      await outage();
    } finally {
      this.tolerance.outage = false;
    }
  }

  /**
   * Loses the answers to what is sent to a path, on their way: the server has done what was asked, and the page is not told. Gives what the
   * server had answered.
   */
  async losing(path: string, send: () => Promise<void>): Promise<number[]> {
    const lost: number[] = [];
    const session = await this.context.newCDPSession(this.page);
    session.on('Fetch.requestPaused', ({ requestId, request, responseStatusCode }) => {
      if (request.method === 'GET') {
        void session.send('Fetch.continueRequest', { requestId });
        return;
      }
      lost.push(responseStatusCode ?? 0);
      void session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' });
    });
    await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${path}`, requestStage: 'Response' }] });
    await this.during(send);
    await session.detach();
    return lost;
  }
}

async function openTab(context: BrowserContext, faults: string[], tolerance: { outage: boolean }): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page, faults, tolerance);
  return page;
}
