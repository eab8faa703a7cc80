import type { RouteObject } from 'react-router';

export const siteCheckRoutes: RouteObject[] = [
  { path: 'site-checks', lazy: () => import('./SiteChecksPage') },
  { path: 'site-checks/:id', lazy: () => import('./SiteCheckPage') },
];
