import type { RouteObject } from 'react-router';

export const applicationRoutes: RouteObject[] = [
  { path: 'applications', lazy: () => import('./list/ListPage') },
  { path: 'applications/:id/edit', lazy: () => import('./edit/EditPage') },
];
