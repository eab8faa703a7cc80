import type { RouteObject } from 'react-router';

export const accountRoutes: { inside: RouteObject[]; outside: RouteObject[] } = {
  inside: [
    { path: 'password', lazy: () => import('./PasswordPage') },
    { path: 'account', lazy: () => import('./AccountPage') },
  ],
  outside: [{ path: 'sign-in', lazy: () => import('./SignInPage') }],
};
