import type { Application } from '@/api/types';

/** Where a page of one application hangs. */
export function trailTo(application: Pick<Application, 'id' | 'title'>) {
  return [
    { to: '/applications', label: '申报' },
    { to: `/applications/${application.id}`, label: application.title || '（未命名的推进区）' },
  ];
}
