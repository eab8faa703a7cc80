import type { RouteObject } from 'react-router';

export const applicationRoutes: RouteObject[] = [
  { path: 'applications/:id/edit', lazy: () => import('./edit/EditPage') },
];
