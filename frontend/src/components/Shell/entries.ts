import {
  AuditOutlined,
  BankOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FundOutlined,
  HomeOutlined,
  NotificationOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { can } from '@/api/session';
import type { Me } from '@/api/types';

interface Entry {
  to: string;
  label: string;
  Icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** What one of the caller's posts must allow, object:action of the policy; any of them. */
  needs: string[];
}

// In the order the work runs. The server has the last word on each page.
const entries: Entry[] = [
  { to: '/', label: '首页', Icon: HomeOutlined, needs: [] },
  { to: '/applications', label: '申报', Icon: FileTextOutlined, needs: ['application:read'] },
  { to: '/shortlist', label: '遴选推荐', Icon: SolutionOutlined, needs: ['application:shortlist'] },
  { to: '/reviews', label: '评审任务', Icon: FileDoneOutlined, needs: ['review:save'] },
  { to: '/site-checks', label: '现场核查', Icon: ScheduleOutlined, needs: ['sitecheck:save'] },
  { to: '/review-desk', label: '评审组织', Icon: TeamOutlined, needs: ['draw:propose', 'draw:read'] },
  { to: '/ranking', label: '排名', Icon: TrophyOutlined, needs: ['ranking:lock', 'draw:read'] },
  {
    to: '/notices',
    label: '公示立项',
    Icon: NotificationOutlined,
    needs: ['objection:read'],
  },
  { to: '/funds', label: '资金', Icon: FundOutlined, needs: ['fund:read'] },
  { to: '/supervision', label: '督办', Icon: DashboardOutlined, needs: ['supervision:read'] },
  { to: '/batches', label: '批次', Icon: SettingOutlined, needs: ['batch:update', 'simulation:create'] },
  { to: '/audit', label: '审计流水', Icon: AuditOutlined, needs: ['audit:read', 'audit:verify'] },
  { to: '/accounts', label: '账号与授权', Icon: BankOutlined, needs: ['account:read', 'grant:read'] },
  { to: '/public', label: '公开公示', Icon: FileSearchOutlined, needs: ['notice:read'] },
];

export function entriesFor(me: Me): Entry[] {
  return entries.filter((e) => e.needs.length === 0 || e.needs.some((n) => can(me, n)));
}
