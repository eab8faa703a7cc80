import type { RouteObject } from 'react-router';

export const accountsRoutes: RouteObject[] = [
  { path: 'accounts', lazy: () => import('./AccountsPage') },
  { path: 'accounts/new', lazy: () => import('./NewAccountPage') },
  { path: 'accounts/:accountId', lazy: () => import('./OneAccountPage') },
];
