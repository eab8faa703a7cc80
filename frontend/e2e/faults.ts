import type { Page } from 'playwright-core';

/**
 * Collects what no page may do: throw, complain on the console (violations of the content policy are told there), lack a file of
 * its own, or meet a broken server. Refusals of the API (4xx) are no faults: journeys ask for them.
 */
export function watch(page: Page, faults: string[], tolerance: { outage: boolean }): void {
  page.on('pageerror', (e) => faults.push(`thrown: ${e.stack ?? e.message}`));
  page.on('console', (m) => {
    // A failed request is told here too, without its address; responses are judged below.
    if (m.type() === 'error' && !m.text().startsWith('Failed to load resource')) faults.push(`console: ${m.text()}`);
  });
  page.on('response', (r) => {
    const { pathname } = new URL(r.url());
    const bound = pathname.startsWith('/api/') ? 500 : 400;
    if (r.status() >= bound && !tolerance.outage) faults.push(`${r.status()} ${r.request().method()} ${pathname}`);
  });
  page.on('requestfailed', (r) => {
    const why = r.failure()?.errorText ?? '';
    // Leaving a page gives up what was under way.
    if (why !== 'net::ERR_ABORTED' && !tolerance.outage) faults.push(`${why} ${r.method()} ${r.url()}`);
  });
}
