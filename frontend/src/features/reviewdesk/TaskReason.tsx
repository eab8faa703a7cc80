import type { Shape } from '@/api/types';
import { ReasonDialog } from '@/components/ReasonDialog';
import { useDeskActs } from './queries';

export type TaskAct = 'reopen' | 'recuse';

interface Props {
  batchId: string;
  task: Shape<'ReviewTask'>;
  action: TaskAct;
  onClose: () => void;
}

const words: Record<TaskAct, { title: string; effect: string; go: string }> = {
  reopen: {
    title: '退回重评',
    effect: '退回后由本人修改再交，原来的评分表留存备查。组织员不能改分。',
    go: '退回重评',
  },
  recuse: {
    title: '更换专家',
    effect: '更换后该专家的评分不再计入，也不再看到材料；人数不足的须补抽。本操作不能撤回。',
    go: '确认更换',
  },
};

/** An act on somebody's task, with its reason and what it does. */
export function TaskReason({ batchId, task, action, onClose }: Props) {
  const acts = useDeskActs(batchId);
  const { title, effect, go } = words[action];
  return (
    <ReasonDialog
      title={`${title}：${task.application.no} 专家 ${task.expertCode}`}
      effect={<p>{effect}</p>}
      label="理由（必填）"
      go={go}
      onSend={async (reason) => {
        await acts.actOnTask(task, action, reason);
      }}
      onClose={onClose}
    />
  );
}
