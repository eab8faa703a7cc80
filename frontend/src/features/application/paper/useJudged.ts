import { can, serverNow, useMe } from '@/api/session';
import { useChecks, useWaivers } from '../queries';
import { withWaivers } from './waived';

/** The rules as they were judged, with the waivers granted since for those who may read them. */
export function useJudged(id: string, live: boolean) {
  const checks = useChecks(id, live);
  const waivers = useWaivers(id, can(useMe(), 'waiver:read'));
  return {
    error: checks.error ?? waivers.error,
    again: () => {
      void checks.refetch();
      void waivers.refetch();
    },
    waivers: waivers.data?.items ?? [],
    checks: checks.data && {
      ...checks.data,
      findings: withWaivers(checks.data.findings, waivers.data?.items ?? [], serverNow()),
    },
  };
}
