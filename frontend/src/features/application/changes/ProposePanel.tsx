import { Alert, Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Shape } from '@/api/types';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import styles from './Changes.module.css';
import { usePropose } from './queries';

interface Props {
  application: string;
  body: Shape<'PlanChangeAskedBody'>;
  /** What is still wanting before it can be proposed. */
  gap: string;
  onGo: (pointer: string) => void;
  onProposed: () => void;
}

/** Proposes the change as it is written, and goes to it. */
export function ProposePanel({ application, body, gap, onGo, onProposed }: Props) {
  const propose = usePropose(application);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const changes = `/applications/${application}/changes`;

  function send() {
    propose.mutate(
      { body, key: attempt(body) },
      {
        onSuccess: (made) => {
          onProposed();
          navigate(`${changes}/${made.id}`, { replace: true });
        },
      },
    );
  }

  return (
    <Panel title="五、提出">
      <RefusalNote error={propose.error} onGo={onGo} />
      <Alert
        type="info"
        showIcon
        title="提出后由县政府签报人签报；须市级同意的再由市乡村振兴局审核。办结前不能再提另一项变更。"
      />
      <div className={styles.acts}>
        <span className="quiet" role="status">
          {gap}
        </span>
        <Button onClick={() => navigate(changes)}>不提出，返回</Button>
        <Button type="primary" disabled={gap !== ''} loading={propose.isPending} onClick={send}>
          提出变更
        </Button>
      </div>
    </Panel>
  );
}
