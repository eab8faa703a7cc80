import type { RouteObject } from 'react-router';

export const reviewDeskRoutes: RouteObject[] = [{ path: 'review-desk', lazy: () => import('./ReviewDeskPage') }];
