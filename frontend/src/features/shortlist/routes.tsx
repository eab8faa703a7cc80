import type { RouteObject } from 'react-router';

export const shortlistRoutes: RouteObject[] = [
  { path: 'shortlist', lazy: () => import('./ShortlistPage') },
  { path: 'shortlist/compare', lazy: () => import('./ComparePage') },
];
