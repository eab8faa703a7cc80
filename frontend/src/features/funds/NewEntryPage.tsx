import { Link, useParams, useSearchParams } from 'react-router';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { EntryForm } from './EntryForm';
import { useAccount, useEntry } from './queries';
import { ReverseForm } from './ReverseForm';

/** Entering money: an entry of its own, or one that undoes another. */
export function Component() {
  const { applicationId = '' } = useParams();
  const [params] = useSearchParams();
  const undone = params.get('reverses') ?? '';
  const account = useAccount(applicationId);
  const entry = useEntry(undone);
  const error = account.error ?? entry.error;
  if (error) return <PageRefusal error={error} />;
  if (!account.data || (undone !== '' && !entry.data)) return <Loading />;
  const trail = [
    { to: '/funds', label: '资金' },
    { to: `/funds/${applicationId}`, label: account.data.title },
  ];
  return (
    <>
      <PageHead
        title={undone ? '冲正' : '登记一笔'}
        trail={trail}
        aside={<span className="quiet">单位：万元，至多 6 位小数（到分）</span>}
      />
      {entry.data && <ReverseForm entry={entry.data} />}
      {undone === '' &&
        (account.data.lines.some((l) => l.kinds.length > 0) ? (
          <EntryForm account={account.data} line={params.get('line') ?? ''} />
        ) : (
          <Empty what="您的岗位不登记这笔立项的资金" next={<Link to={`/funds/${applicationId}`}>回到资金矩阵</Link>} />
        ))}
    </>
  );
}
