import { Alert, Button, Descriptions } from 'antd';
import styles from './OneTimePassword.module.css';
import type { Account } from './queries';

/** A new password, in the one moment in which it is known; printed it can be handed over in a sealed envelope. */
export function OneTimePassword({ account }: { account: Account }) {
  if (!account.password)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title="口令没有送到本页。它不留存，不能再次显示，请重置口令。"
        style={{ marginBottom: 16 }}
      />
    );
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title="口令只显示这一次，离开本页后无法再看。请当面交付，首次登录必须修改。"
      style={{ marginBottom: 16 }}
      description={
        <>
          <Descriptions column={1}>
            <Descriptions.Item label="账号">
              <code className={styles.code}>{account.login}</code>
            </Descriptions.Item>
            <Descriptions.Item label="口令">
              <code className={styles.code}>{account.password}</code>
            </Descriptions.Item>
          </Descriptions>
          <Button className="screen-only" style={{ marginTop: 8 }} onClick={() => print()}>
            打印交付单
          </Button>
        </>
      }
    />
  );
}
