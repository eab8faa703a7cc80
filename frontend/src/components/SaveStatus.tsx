import { showClock } from '@/lib/time';
import { Tag } from './Tag';

export type Saving =
  | { state: 'clean' }
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  | { state: 'waiting' }
  | { state: 'failed'; why: string };

/** Whether what was typed is kept, always in sight: 已保存 14:32. */
export function SaveStatus({ saving }: { saving: Saving }) {
  return (
    <span role="status" aria-live="polite">
      {saving.state === 'saving' && <Tag tone="action">正在保存…</Tag>}
      {saving.state === 'saved' && <Tag tone="good">已保存 {showClock(saving.at)}</Tag>}
      {saving.state === 'waiting' && <Tag tone="near">有未保存的内容</Tag>}
      {saving.state === 'failed' && <Tag tone="bad">没有保存：{saving.why}</Tag>}
    </span>
  );
}
