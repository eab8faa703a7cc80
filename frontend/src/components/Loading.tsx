import { Spin } from 'antd';
import { useEffect, useState } from 'react';

/** Says in words what is being waited for, once waiting is noticed. */
export function Loading({ what = '正在打开' }: { what?: string }) {
  const [noticed, notice] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => notice(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!noticed) return <div aria-busy="true" />;
  return (
    <div role="status" aria-live="polite" style={{ padding: '64px 0', textAlign: 'center' }}>
      <Spin />
      <p className="quiet">{what}…</p>
    </div>
  );
}
