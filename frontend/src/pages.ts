import type { RouteObject } from 'react-router';
import { accountRoutes } from './features/account/routes';
import { accountsRoutes } from './features/accounts/routes';
import { applicationRoutes } from './features/application/routes';
import { auditRoutes } from './features/audit/routes';
import { batchRoutes } from './features/batch/routes';
import { fundRoutes } from './features/funds/routes';
import { homeRoutes } from './features/home/routes';
import { monthlyRoutes } from './features/monthly/routes';
import { noticeRoutes } from './features/notice/routes';
import { rankingRoutes } from './features/ranking/routes';
import { reviewRoutes } from './features/review/routes';
import { reviewDeskRoutes } from './features/reviewdesk/routes';
import { shortlistRoutes } from './features/shortlist/routes';
import { siteCheckRoutes } from './features/sitecheck/routes';
import { supervisionRoutes } from './features/supervision/routes';

/** The pages of those signed in, a feature a line. */
export const pages: RouteObject[] = [
  ...homeRoutes,
  ...applicationRoutes,
  ...shortlistRoutes,
  ...reviewRoutes,
  ...siteCheckRoutes,
  ...reviewDeskRoutes,
  ...noticeRoutes.inside,
  ...rankingRoutes,
  ...batchRoutes,
  ...fundRoutes,
  ...monthlyRoutes,
  ...supervisionRoutes,
  ...auditRoutes,
  ...accountsRoutes,
  ...accountRoutes.inside,
];

/** The pages anybody may open. */
export const publicPages: RouteObject[] = [...accountRoutes.outside, ...noticeRoutes.outside];
