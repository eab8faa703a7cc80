import type { RouteObject } from 'react-router';

export const noticeRoutes: { inside: RouteObject[]; outside: RouteObject[] } = {
  inside: [
    { path: 'notices', lazy: () => import('./office/NoticesPage') },
    { path: 'notices/awards', lazy: () => import('./office/AwardsPage') },
    { path: 'notices/:id', lazy: () => import('./office/NoticePage') },
    { path: 'notices/:id/edit', lazy: () => import('./office/EditPage') },
  ],
  outside: [
    { path: 'public', lazy: () => import('./public/PublicNoticesPage') },
    { path: 'public/notices/:id', lazy: () => import('./public/PublicNoticePage') },
    { path: 'public/receipts/:receiptNo', lazy: () => import('./public/ReceiptPage') },
  ],
};
