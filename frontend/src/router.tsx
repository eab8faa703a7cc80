import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, redirect } from 'react-router';
import { sessionQuery } from './api/session';
import { Loading } from './components/Loading';
import { WentWrong } from './components/WentWrong';
import { pages, publicPages } from './pages';

// A page for anybody need not bring the menu.
const loadShell = { Component: () => import('./components/Shell').then((m) => m.Shell) };

/** All pages. Those inside the shell need somebody signed in; where to go afterwards is kept in the address. */
export function router(queries: QueryClient) {
  return createBrowserRouter([
    {
      HydrateFallback: Loading,
      ErrorBoundary: WentWrong,
      children: [
        ...publicPages,
        {
          lazy: loadShell,
          loader: async ({ request }) => {
            const me = await queries.ensureQueryData(sessionQuery);
            const url = new URL(request.url);
            if (!me) throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
            if (me.mustChangePassword && url.pathname !== '/password') throw redirect('/password');
            return null;
          },
          children: [
            {
              ErrorBoundary: WentWrong,
              children: [...pages, { path: '*', lazy: () => import('./components/NotFound') }],
            },
          ],
        },
      ],
    },
  ]);
}
