import type { RouteObject } from 'react-router';

export const applicationRoutes: RouteObject[] = [
  { path: 'applications', lazy: () => import('./list/ListPage') },
  { path: 'applications/:id', lazy: () => import('./paper/PaperPage') },
  { path: 'applications/:id/submit', lazy: () => import('./submit/SubmitPage') },
  { path: 'applications/:id/edit', lazy: () => import('./edit/EditPage') },
  { path: 'applications/:id/confirmations', lazy: () => import('./confirmations/ConfirmationsPage') },
  { path: 'applications/:id/changes', lazy: () => import('./changes/ChangesPage') },
  { path: 'applications/:id/changes/new', lazy: () => import('./changes/NewChangePage') },
  { path: 'applications/:id/changes/:changeId', lazy: () => import('./changes/ChangePage') },
];
