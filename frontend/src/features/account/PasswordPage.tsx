import { Alert } from 'antd';
import { useNavigate } from 'react-router';
import { useMe } from '@/api/session';
import { PageHead } from '@/components/PageHead';
import { Panel } from '@/components/Panel';
import { PasswordForm } from './PasswordForm';

/** Where a first sign-in must pass. */
export function Component() {
  const me = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHead title="修改口令" />
      <Panel>
        {me.mustChangePassword && (
          <Alert type="info" showIcon title="首次登录或口令被重置后，须先设置自己的口令，才能办理其他事项。" />
        )}
        <PasswordForm onDone={() => navigate('/', { replace: true })} />
      </Panel>
    </>
  );
}
