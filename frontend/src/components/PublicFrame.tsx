import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sessionQuery } from '@/api/session';
import { Bar } from './Bar';
import styles from './PublicFrame.module.css';

/** What surrounds the pages anybody may read: the system's name, and the way in. Who came from inside finds the way back. */
export function PublicFrame({ children }: { children: ReactNode }) {
  // Only what is already known: a stranger is not asked for a session he does not have.
  const { data: me } = useQuery({ ...sessionQuery, enabled: false });
  return (
    <>
      <Bar home="/public" beside="衔接乡村振兴集中推进区申报评审与资金管理">
        <Link to="/">{me ? '回到首页' : '登录'}</Link>
      </Bar>
      <main className={styles.main}>{children}</main>
    </>
  );
}
