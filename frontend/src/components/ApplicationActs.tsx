import { useApplication } from '@/api/applications';
import { useStep } from '@/api/steps';
import type { Application } from '@/api/types';
import { ActionPanel } from './ActionPanel';
import { Loading } from './Loading';
import { RefusalNote } from './RefusalNote';

interface Props {
  applicationId: string;
  /** Reads anew what hangs on the application's state, besides itself. */
  onDone: () => void;
}

/** What may be done to one application now, inside a list of them. The server says which and what stands in the way. */
export function ApplicationActs({ applicationId, onDone }: Props) {
  const application = useApplication(applicationId);
  if (application.error) return <RefusalNote error={application.error} onRetry={() => application.refetch()} />;
  if (!application.data) return <Loading />;
  return (
    <Acts
      key={application.data.state}
      application={application.data}
      onReload={() => void application.refetch()}
      onDone={onDone}
    />
  );
}

function Acts({
  application,
  onReload,
  onDone,
}: {
  application: Application;
  onReload: () => void;
  onDone: () => void;
}) {
  const send = useStep(application);
  if (application.actions.length === 0) return <p className="quiet">现在没有您可办理的事项。</p>;
  return (
    <ActionPanel
      actions={application.actions}
      send={send}
      onReload={onReload}
      document={application.document}
      onDone={onDone}
    />
  );
}
