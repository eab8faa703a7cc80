import type { RouteObject } from 'react-router';

export const fundRoutes: RouteObject[] = [
  { path: 'funds', lazy: () => import('./FundsPage') },
  { path: 'funds/entries', lazy: () => import('./EntriesPage') },
  { path: 'funds/entries/:entryId', lazy: () => import('./EntryPage') },
  { path: 'funds/periods', lazy: () => import('./PeriodsPage') },
  { path: 'funds/:applicationId', lazy: () => import('./AccountPage') },
  { path: 'funds/:applicationId/new', lazy: () => import('./NewEntryPage') },
];
