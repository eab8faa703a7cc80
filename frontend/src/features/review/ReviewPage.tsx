import { useParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { Declare } from './Declare';
import { Desk } from './Desk';
import { useReview } from './queries';

const trail = [{ to: '/reviews', label: '评审任务' }];

/** One task: the declaration first, then the desk; whoever was recused sees no more of it. */
export function Component() {
  const { id = '' } = useParams();
  const { data: review, error, refetch } = useReview(id);
  if (error) return <PageRefusal error={error} onRetry={() => refetch()} />;
  if (!review) return <Loading what="正在打开材料" />;
  if (review.state === 'ASSIGNED') return <Declare review={review} trail={trail} />;
  if (review.state === 'RECUSED' || !review.document)
    return (
      <>
        <PageHead title={review.application.title} trail={trail} />
        <Panel>
          您已回避这份申报{review.recuseReason && `（${review.recuseReason}）`}，不再参加评审，材料不再开放。
        </Panel>
      </>
    );
  // A sheet given back, handed in or declared for starts the desk anew; saving does not.
  return (
    <Desk
      key={`${id}-${review.state}`}
      review={review}
      document={review.document}
      trail={trail}
      onReload={async () => (await refetch()).data}
    />
  );
}
