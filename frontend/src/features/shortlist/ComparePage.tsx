import { Checkbox } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { CompareTable } from './CompareTable';
import { differencesFirst, differs, indicatorsOf } from './indicators';
import { useCompared } from './queries';

/** Two to four applications side by side, what differs first. */
export function Component() {
  const [params] = useSearchParams();
  const [onlyDifferent, only] = useState(false);
  const compared = useCompared([...new Set(params.getAll('id'))].slice(0, 4));
  const trail = [{ to: '/shortlist', label: '遴选推荐' }];
  const error = compared.find((c) => c.error)?.error;
  if (error) return <PageRefusal error={error} />;
  if (compared.some((c) => c.isPending)) return <Loading what="正在取各件申报" />;
  const cases = compared.flatMap((c) => (c.data ? [c.data] : []));
  if (cases.length < 2) return <Empty what="请先选两件以上的申报" next={<Link to="/shortlist">回到遴选推荐</Link>} />;
  const all = differencesFirst(indicatorsOf(cases));
  const different = all.filter(differs).length;
  return (
    <>
      <PageHead
        title="并列比较"
        trail={trail}
        aside={
          <span className="quiet">
            {all.length} 项中 {different} 项不同，不同的列在前面
          </span>
        }
        acts={
          <Checkbox checked={onlyDifferent} onChange={(e) => only(e.target.checked)}>
            只看不同
          </Checkbox>
        }
      />
      <Panel>
        <CompareTable cases={cases} indicators={onlyDifferent ? all.filter(differs) : all} />
      </Panel>
    </>
  );
}
