import type { Application, Shape } from '@/api/types';

/** The version before and the one in force, where the latter came in again after a return and still is what the desk reads. */
export function mendedSince(
  application: Pick<Application, 'state' | 'snapshotNo'>,
  rows: readonly Shape<'HandedIn'>[],
): { from: number; to: number } | undefined {
  const now = rows.find((r) => r.no === application.snapshotNo);
  if (!now || now.no < 2 || !['resubmit', 'resupply'].includes(now.action)) return undefined;
  // Returned once more, it is the slip that speaks.
  return application.state.startsWith('RETURNED') ? undefined : { from: now.no - 1, to: now.no };
}
