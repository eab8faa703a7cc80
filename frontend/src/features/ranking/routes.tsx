import type { RouteObject } from 'react-router';

export const rankingRoutes: RouteObject[] = [{ path: 'ranking', lazy: () => import('./RankingPage') }];
