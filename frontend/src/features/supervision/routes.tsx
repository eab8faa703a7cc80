import type { RouteObject } from 'react-router';

export const supervisionRoutes: RouteObject[] = [{ path: 'supervision', lazy: () => import('./SupervisionPage') }];
