import type { Todo } from '@/api/types';

/** Where a matter that waits is dealt with. */
export function placeOf(todo: Todo): string {
  const id = todo.application?.id ?? todo.step?.applicationId ?? '';
  if (todo.reviewId) return `/reviews/${todo.reviewId}`;
  if (todo.entryId) return `/funds/entries/${todo.entryId}`;
  if (todo.orderId) return `/supervision?order=${todo.orderId}`;
  if (todo.changeId) return `/applications/${id}/changes/${todo.changeId}`;
  if (todo.confirm.length > 0) return `/applications/${id}/confirmations`;
  return `/applications/${id}`;
}

/** What is to be done, in a few words. */
export function matterOf(todo: Todo): string {
  if (todo.reviewId && todo.actions.length === 0) return '评审';
  if (todo.confirm.length > 0 && todo.actions.length === 0) return '确认资金和项目';
  if (todo.actions.length === 0) return todo.application?.state === 'DRAFT' ? '填报' : '补正';
  const acts = todo.actions.map((a) => a.label).join('、');
  return todo.changeId ? `项目变更：${acts}` : acts;
}
