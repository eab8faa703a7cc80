import { useParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { useNotice } from '../queries';
import { NoticeForm } from './NoticeForm';

/** A draft's form beside the sheet it makes. */
export function Component() {
  const { id = '' } = useParams();
  const notice = useNotice(id);
  if (notice.isPending) return <Loading />;
  if (notice.error) return <PageRefusal error={notice.error} onRetry={() => notice.refetch()} />;
  const n = notice.data;
  const trail = [
    { to: `/notices?batch=${n.batchId}`, label: '公示立项' },
    { to: `/notices/${n.id}`, label: `公示第${n.no}号` },
  ];
  return (
    <>
      <div className="screen-only">
        <PageHead title="修改公示稿" trail={trail} />
      </div>
      {n.actions.some((a) => a.action === 'update') ? (
        <NoticeForm notice={n} onReload={async () => (await notice.refetch()).data} />
      ) : (
        <Panel>公示现为“{n.stateLabel}”，名单和正文自发布起不再改动；拟稿由省乡村振兴局在评审期间修改。</Panel>
      )}
    </>
  );
}
