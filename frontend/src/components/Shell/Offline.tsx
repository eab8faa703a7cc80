import { Alert } from 'antd';
import { useSyncExternalStore } from 'react';

function listen(changed: () => void) {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Says that the line is broken while it is. */
export function Offline() {
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  if (online) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title="网络已断开。可以继续填写，内容先存在本机，网络恢复后自动保存。"
      style={{ marginBottom: 16 }}
    />
  );
}
