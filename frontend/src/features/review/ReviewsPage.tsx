import { Empty } from '@/components/Empty';
import { FilterBar } from '@/components/FilterBar';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Picker } from '@/components/Picker';
import { Progress } from '@/components/Progress';
import { useListParams } from '@/lib/listParams';
import { useBatchNames, useReviews } from './queries';
import { ReviewsTable } from './ReviewsTable';
import { batchInHand, inOrder, progressOf, type Task } from './tasks';

/** The files assigned to this expert, a stage a list, and how far he has come. */
export function Component() {
  const params = useListParams();
  const reviews = useReviews();
  const batches = useBatchNames();
  if (reviews.error) return <PageRefusal error={reviews.error} onRetry={() => reviews.refetch()} />;
  if (!reviews.data) return <Loading />;
  const all = reviews.data.items;
  const batch = params.get('batch') ?? batchInHand(all);
  const own = inOrder(all.filter((t) => t.batchId === batch));
  const known = [...new Set(all.map((t) => t.batchId))];
  const options = known.map((id) => ({ value: id, label: batches.data?.items.find((b) => b.id === id)?.title ?? id }));
  return (
    <>
      <PageHead title="评审任务" />
      {known.length > 1 && (
        <FilterBar>
          <Picker
            label="批次"
            width={420}
            value={batch}
            options={options}
            onChange={(to) => params.set({ batch: to })}
          />
        </FilterBar>
      )}
      {all.length === 0 && (
        <Panel>
          <Empty what="还没有分派给您的评审" next="评审组织员发布抽取结果后，分派的申报会列在这里" />
        </Panel>
      )}
      {(['WRITTEN', 'DEFENCE'] as const).map((stage) => {
        const tasks = own.filter((t) => t.stage === stage);
        return tasks[0] && <StagePanel key={stage} label={tasks[0].stageLabel} tasks={tasks} />;
      })}
    </>
  );
}

function StagePanel({ label, tasks }: { label: string; tasks: Task[] }) {
  const { done, of } = progressOf(tasks);
  return (
    <Panel
      title={label}
      aside={
        <>
          <span>
            已交 {done} / {of}
          </span>
          <Progress
            percent={of === 0 ? 0 : Math.floor((done * 100) / of)}
            figure={false}
            aria-label={`${label}进度：已交 ${done}，共 ${of}`}
          />
        </>
      }
    >
      <ReviewsTable caption={label} tasks={tasks} />
    </Panel>
  );
}
