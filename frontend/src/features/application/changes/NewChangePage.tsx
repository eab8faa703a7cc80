import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { can, useMe } from '@/api/session';
import { Loading } from '@/components/Loading';
import { PageRefusal } from '@/components/PageRefusal';
import { useApplication } from '../queries';
import { ChangeDesk } from './ChangeDesk';
import { usePlan, usePlans } from './queries';

/** Writing a change over the approved plan in force. */
export function Component() {
  const { id = '' } = useParams();
  const me = useMe();
  const application = useApplication(id);
  const plans = usePlans(id);
  const plan = usePlan(id, plans.data?.items.at(-1)?.version);
  const error = application.error ?? plans.error ?? plan.error;
  if (error) return <PageRefusal error={error} />;
  if (!application.data || !plan.data) return <Loading what="正在读取批准的规划" />;
  if (!can(me, 'plan_change:propose')) return <NotYours id={id} />;
  return <ChangeDesk key={plan.data.version} application={application.data} plan={plan.data} />;
}

function NotYours({ id }: { id: string }) {
  return (
    <Alert
      type="info"
      showIcon
      title="项目变更由县级填报员提出。"
      action={
        <Link to={`/applications/${id}/changes`}>
          <Button>看变更情况</Button>
        </Link>
      }
    />
  );
}
