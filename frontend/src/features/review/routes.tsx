import type { RouteObject } from 'react-router';

export const reviewRoutes: RouteObject[] = [
  { path: 'reviews', lazy: () => import('./ReviewsPage') },
  { path: 'reviews/:id', lazy: () => import('./ReviewPage') },
  { path: 'reviews/:id/sheet', lazy: () => import('./SheetPage') },
];
