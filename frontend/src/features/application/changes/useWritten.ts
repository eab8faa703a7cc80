import { useEffect, useMemo, useState } from 'react';
import type { Project, Sections } from '@/api/draft';
import { useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { useStay } from '@/components/useStay';
import { noFunds } from '../noFunds';
import { editsOf, isEmpty } from './edits';
import { keepWritten, keptWritten } from './keep';

/** The change being written over one version of the plan. Until it is proposed only this PC keeps it. */
export function useWritten(application: string, { document: base, version }: Shape<'Plan'>) {
  const account = useMe().accountId;
  const from = useMemo(() => ({ projects: base.projects ?? [], fundPlan: base.fundPlan ?? noFunds }), [base]);
  const [projects, setProjects] = useState<readonly Project[]>(from.projects);
  const [fundPlan, setFundPlan] = useState<Sections['fundPlan']>(from.fundPlan);
  const [reason, setReason] = useState('');
  const edits = useMemo(() => editsOf(from, { projects, fundPlan }), [from, projects, fundPlan]);
  const [left, leave] = useState(() => keptWritten(account, application, version));
  const untouched = isEmpty(edits);
  const typed = !untouched || reason !== '';
  useStay(typed);
  useEffect(() => {
    // What an earlier visit left stays until the person has decided about it.
    if (left === undefined) keepWritten(account, application, version, typed ? { reason, projects, fundPlan } : null);
  }, [left, account, application, version, typed, reason, projects, fundPlan]);

  return {
    from,
    projects,
    setProjects,
    fundPlan,
    setFundPlan,
    reason,
    setReason,
    edits,
    untouched,
    left,
    take: () => {
      if (!left) return;
      setReason(left.reason);
      setProjects(left.projects);
      setFundPlan(left.fundPlan);
      leave(undefined);
    },
    drop: () => leave(undefined),
    /** It is with the server now. */
    proposed: () => keepWritten(account, application, version, null),
  };
}
