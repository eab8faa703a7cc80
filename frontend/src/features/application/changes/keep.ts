import { asProject, asSections } from '@/api/draft';
import type { Plan } from './edits';

/** A change being written, with its reason. Until it is proposed the server knows nothing of it, so this PC keeps it. */
export interface Written extends Plan {
  reason: string;
}

const place = (account: string, application: string, version: number) =>
  `xianjie.change.${account}.${application}.${version}`;

/** Keeps what is written over one version of the plan; nothing to keep takes the record away. A full or forbidden store keeps nothing. */
export function keepWritten(account: string, application: string, version: number, written: Written | null) {
  try {
    const at = place(account, application, version);
    if (written === null) localStorage.removeItem(at);
    else localStorage.setItem(at, JSON.stringify(written));
  } catch {
    // Nothing to be done: the page itself still holds the content.
  }
}

export function keptWritten(account: string, application: string, version: number): Written | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(account, application, version)) ?? 'null');
    if (typeof found !== 'object' || found === null || !('projects' in found) || !Array.isArray(found.projects))
      return undefined;
    const { fundPlan } = asSections('fundPlan', 'fundPlan' in found ? found.fundPlan : undefined);
    const reason = 'reason' in found && typeof found.reason === 'string' ? found.reason : '';
    return fundPlan ? { reason, projects: found.projects.map(asProject), fundPlan } : undefined;
  } catch {
    return undefined;
  }
}
