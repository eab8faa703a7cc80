import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import { Loading } from '@/components/Loading';
import { PageRefusal } from '@/components/PageRefusal';
import { useApplication, useConsultations, useDraft } from '../queries';
import { DraftDesk } from './DraftDesk';

/** The draft, to be filled in by the county that has it in hand. */
export function Component() {
  const { id = '' } = useParams();
  const me = useMe();
  const application = useApplication(id);
  const mayEdit = application.data?.live === true && can(me, 'application:update');
  const draft = useDraft(id, mayEdit);
  const consultations = useConsultations(id);
  const error = application.error ?? draft.error ?? consultations.error;
  if (error) return <PageRefusal error={error} />;
  if (application.data && !mayEdit) return <Frozen id={id} label={application.data.stateLabel} />;
  if (!application.data || !draft.data || !consultations.data) return <Loading what="正在打开申报书" />;
  const returned = application.data.state.startsWith('RETURNED');
  const slip = consultations.data.returns.find((r) => r.answeredAt === null);
  return (
    <DraftDesk
      key={id}
      application={application.data}
      kept={draft.data}
      slip={returned ? slip : undefined}
      account={me.accountId}
    />
  );
}

function Frozen({ id, label }: { id: string; label: string }) {
  return (
    <Alert
      type="info"
      showIcon
      title={`申报现为“${label}”，内容已冻结，不能填写。`}
      description="如需修改，请上级退回补正。"
      action={
        <Link to={`/applications/${id}`}>
          <Button>查看申报书</Button>
        </Link>
      }
    />
  );
}
