import { Table, type TableColumnsType } from 'antd';
import type { Finding } from '@/api/problem';
import type { Application, Shape } from '@/api/types';
import { FindingCounts } from '@/components/FindingCounts';
import { Loading } from '@/components/Loading';
import { RefusalNote } from '@/components/RefusalNote';
import { Tag } from '@/components/Tag';
import { verdictOf } from '@/components/verdict';
import { Judged } from './Judged';
import { Slips } from './Slips';
import { useJudged } from './useJudged';

const verdicts: Record<string, string> = { PASS: '合格', FAIL: '不合格', WARN: '提示', NA: '不适用' };

const columns: TableColumnsType<Finding> = [
  { key: 'rule', title: '编号', width: 70, render: (_, f) => f.rule },
  { key: 'name', title: '审查事项', width: 150, render: (_, f) => f.name },
  { key: 'clause', title: '依据条款', width: 130, render: (_, f) => f.clause },
  {
    key: 'verdict',
    title: '结论',
    width: 110,
    render: (_, f) =>
      f.waived ? (
        <Tag tone="near">已豁免</Tag>
      ) : (
        <Tag tone={verdictOf(f.verdict).tone}>{verdicts[f.verdict] ?? f.verdict}</Tag>
      ),
  },
  {
    key: 'why',
    title: '依据和意见',
    render: (_, f) => (
      <>
        {f.figure.text || '—'}
        {f.waived && <p>省级豁免文号：{f.waived}</p>}
        {(f.verdict === 'FAIL' || f.verdict === 'WARN') && f.advice !== '' && <p>{f.advice}</p>}
      </>
    ),
  },
];

/** 形式审查单: item by item what passes, what does not and why, over the frozen version; and what was returned for it. */
export function FormalTab({ application, slips }: { application: Application; slips: Shape<'ReturnSlip'>[] }) {
  const { checks, error, again } = useJudged(application.id, false);
  if (error) return <RefusalNote error={error} onRetry={again} />;
  if (!checks) return <Loading what="正在读取审查单" />;
  return (
    <>
      <Judged
        application={application}
        what={`按第 ${checks.snapshotNo} 次上报的内容逐项审查`}
        packVersion={checks.packVersion}
      />
      <FindingCounts findings={checks.findings} />
      <Table<Finding>
        aria-label="形式审查逐项结论"
        size="small"
        columns={columns}
        rowKey={(f) => f.rule}
        dataSource={checks.findings}
        pagination={false}
        scroll={{ x: 900 }}
      />
      <h3 style={{ margin: '24px 0 8px' }}>历次退回补正</h3>
      <Slips slips={slips} />
    </>
  );
}
