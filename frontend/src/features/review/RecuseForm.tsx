import { ReasonDialog } from '@/components/ReasonDialog';
import { useReviewAct } from './queries';
import type { Task } from './tasks';

interface Props {
  task: Pick<Task, 'id' | 'version' | 'application'>;
  onClose: () => void;
  onDone: () => void;
}

/** 回避: the reason, and what follows from it. */
export function RecuseForm({ task, onClose, onDone }: Props) {
  const act = useReviewAct();
  return (
    <ReasonDialog
      title={`申请回避：${task.application.title}`}
      effect={<p>回避后不再看到这份申报的材料，已打的分不计入，由评审组织员补抽其他专家。本操作不能撤回。</p>}
      label="回避理由（必填）"
      placeholder="如：曾参与该县实施规划编制"
      back="不回避"
      go="确认回避"
      danger
      onSend={async (reason) => {
        await act(task, { action: 'recuse', reason });
      }}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
