import { Link } from 'react-router';
import { can, useMe } from '@/api/session';
import type { Application } from '@/api/types';
import styles from './Summary.module.css';

/** The other pages of the same application, for those who may open them. */
export function Elsewhere({ application: a }: { application: Application }) {
  const me = useMe();
  const awarded = a.state === 'AWARDED';
  const unconfirmed = a.summary?.unconfirmed ?? 0;
  const places: [to: string, label: string, there: boolean][] = [
    [
      `/applications/${a.id}/confirmations`,
      unconfirmed > 0 ? `资金和项目的确认（${unconfirmed} 项未确认）` : '资金和项目的确认',
      can(me, 'confirmation:read'),
    ],
    [`/applications/${a.id}/changes`, '项目变更和批准规划', awarded && can(me, 'plan_change:read')],
    [`/applications/${a.id}/monthly`, '月报', awarded && can(me, 'monthly:read')],
    [`/funds/${a.id}`, '资金矩阵', awarded && can(me, 'fund:read')],
    [`/audit/application/${a.id}`, '全流程日志', can(me, 'audit:read')],
  ];
  const open = places.filter(([, , there]) => there);
  if (open.length === 0) return null;
  return (
    <nav aria-label="本件的其他页面" className={`${styles.elsewhere} screen-only`}>
      {open.map(([to, label]) => (
        <Link key={to} to={to}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
