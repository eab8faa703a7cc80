import { useQueryClient } from '@tanstack/react-query';
import { useStep } from '@/api/steps';
import type { Application } from '@/api/types';
import { ActionPanel } from '@/components/ActionPanel';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { useApplication } from './queries';

/** What may be done to one application now: closing a stage, locking its result. The server says which and what stands in the way. */
export function StageActs({ applicationId }: { applicationId: string }) {
  const application = useApplication(applicationId);
  if (application.error) return <RefusalNote error={application.error} onRetry={() => application.refetch()} />;
  if (!application.data) return <Loading />;
  return <Acts application={application.data} onReload={() => void application.refetch()} />;
}

function Acts({ application, onReload }: { application: Application; onReload: () => void }) {
  const send = useStep(application);
  const client = useQueryClient();
  if (application.actions.length === 0) return <p className="quiet">现在没有您可办理的事项。</p>;
  return (
    <ActionPanel
      actions={application.actions}
      send={send}
      onReload={onReload}
      document={application.document}
      onDone={() => void client.invalidateQueries({ queryKey: ['review-desk'] })}
    />
  );
}
