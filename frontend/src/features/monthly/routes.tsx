import type { RouteObject } from 'react-router';

export const monthlyRoutes: RouteObject[] = [{ path: 'applications/:id/monthly', lazy: () => import('./MonthlyPage') }];
