import type { Finding } from '@/api/problem';
import type { Shape } from '@/api/types';

type Waiver = Shape<'Waiver'>;

/** Findings of a frozen version with the waivers granted since: what the province let through no longer stands in the way. */
export function withWaivers(findings: readonly Finding[], waivers: readonly Waiver[], now: number): Finding[] {
  const holding = new Map(
    waivers.filter((w) => w.expiresAt === null || Date.parse(w.expiresAt) > now).map((w) => [w.rule, w.docNo]),
  );
  return findings.map((f) => {
    const docNo = f.verdict === 'FAIL' ? holding.get(f.rule) : undefined;
    return docNo === undefined || f.waived ? f : { ...f, waived: docNo };
  });
}

/** Rules written 原则上 that do not pass and may be waived, as the server marks them. */
export function waivable(findings: readonly Finding[]): Finding[] {
  return findings.filter((f) => f.severity === 'B*' && f.verdict === 'FAIL' && !f.waived);
}
