import type { RouteObject } from 'react-router';
import { accountRoutes } from './features/account/routes';
import { batchRoutes } from './features/batch/routes';
import { homeRoutes } from './features/home/routes';
import { reviewRoutes } from './features/review/routes';
import { reviewDeskRoutes } from './features/reviewdesk/routes';
import { shortlistRoutes } from './features/shortlist/routes';
import { siteCheckRoutes } from './features/sitecheck/routes';

/** The pages of those signed in, a feature a line. */
export const pages: RouteObject[] = [
  ...homeRoutes,
  ...shortlistRoutes,
  ...reviewRoutes,
  ...siteCheckRoutes,
  ...reviewDeskRoutes,
  ...batchRoutes,
  ...accountRoutes.inside,
];

/** The pages anybody may open. */
export const publicPages: RouteObject[] = [...accountRoutes.outside];
