import { useMutation, useQuery } from '@tanstack/react-query';
import { api, take } from '@/api/client';
import type { Shape } from '@/api/types';

export function usePublicNotices() {
  return useQuery({ queryKey: ['public', 'notices'], queryFn: () => take(api.GET('/public/notices')) });
}

export function usePublicNotice(noticeId: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['public', 'notices', noticeId],
    queryFn: () => take(api.GET('/public/notices/{noticeId}', { params: { path: { noticeId } } })),
  });
}

export function useFile(noticeId: string) {
  return useMutation({
    mutationFn: (body: Shape<'FileObjectionRequest'>) =>
      take(api.POST('/public/notices/{noticeId}/objections', { params: { path: { noticeId } }, body })),
  });
}

export function useReceipt(receiptNo: string) {
  return useQuery({
    queryKey: ['public', 'objections', receiptNo],
    queryFn: () => take(api.GET('/public/objections/{receiptNo}', { params: { path: { receiptNo } } })),
  });
}
