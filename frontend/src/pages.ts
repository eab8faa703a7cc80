import type { RouteObject } from 'react-router';
import { accountRoutes } from './features/account/routes';
import { applicationRoutes } from './features/application/routes';
import { batchRoutes } from './features/batch/routes';
import { homeRoutes } from './features/home/routes';
import { shortlistRoutes } from './features/shortlist/routes';

/** The pages of those signed in, a feature a line. */
export const pages: RouteObject[] = [
  ...homeRoutes,
  ...applicationRoutes,
  ...shortlistRoutes,
  ...batchRoutes,
  ...accountRoutes.inside,
];

/** The pages anybody may open. */
export const publicPages: RouteObject[] = [...accountRoutes.outside];
