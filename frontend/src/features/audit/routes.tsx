import type { RouteObject } from 'react-router';

export const auditRoutes: RouteObject[] = [
  { path: 'audit', lazy: () => import('./AuditPage') },
  { path: 'audit/:kind/:id', lazy: () => import('./StreamPage') },
  { path: 'audit/:kind/:id/:seq', lazy: () => import('./EntryPage') },
];
