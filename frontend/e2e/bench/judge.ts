import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';

/** Lighthouse's verdict, 0 to 100. */
export interface Verdict {
  performance: number;
  accessibility: number;
  /** What costs points, for the reader of the table. */
  complaints: string[];
}

/** Lets Lighthouse open a page as a desktop on a line of 10 Mbps, with somebody signed in. */
export async function judge(url: string, port: number, cookie: string): Promise<Verdict> {
  const run = await lighthouse(
    url,
    {
      port,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
      extraHeaders: cookie ? { Cookie: cookie } : undefined,
    },
    desktop,
  );
  if (!run) throw new Error(`Lighthouse says nothing about ${url}`);
  const { categories, audits } = run.lhr;
  const points = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  const complaints = (categories.accessibility?.auditRefs ?? [])
    .filter((ref) => ref.weight > 0 && audits[ref.id]?.score === 0)
    .map((ref) => `${ref.id}: ${where(audits[ref.id]?.details)}`);
  return { performance: points('performance'), accessibility: points('accessibility'), complaints };
}

/** The places a complaint is about. */
function where(details: unknown): string {
  return [...JSON.stringify(details ?? '').matchAll(/"snippet":"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]).join(' ');
}
