import { Button, Descriptions } from 'antd';
import { Link, useParams } from 'react-router';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { PageRefusal } from '@/components/PageRefusal';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { showWan } from '@/lib/money';
import { showDate, showTime } from '@/lib/time';
import { Decide } from './Decide';
import { EntryState } from './EntryTable';
import { levelLabels } from './labels';
import { PartTable } from './PartTable';
import { useAccount, useEntry, useVouchers } from './queries';
import { VoucherList } from './VoucherList';

/** One entry: what, by which paper, for which projects, by whom, decided by whom, undone by what. */
export function Component() {
  const { entryId = '' } = useParams();
  const entry = useEntry(entryId);
  const account = useAccount(entry.data?.applicationId ?? '');
  const vouchers = useVouchers(entry.data?.applicationId ?? '');
  if (entry.error) return <PageRefusal error={entry.error} onRetry={() => entry.refetch()} />;
  if (!entry.data) return <Loading />;
  const e = entry.data;
  return (
    <>
      <PageHead
        title={`第 ${e.no} 笔 ${e.kindLabel}`}
        trail={[
          { to: '/funds', label: '资金' },
          { to: `/funds/${e.applicationId}`, label: e.title },
          { to: `/funds/entries?application=${e.applicationId}`, label: '台账' },
        ]}
        aside={<EntryState of={e} />}
        acts={
          e.actions.some((a) => a.action === 'reverse') && (
            <Link to={`/funds/${e.applicationId}/new?reverses=${e.id}`}>
              <Button>冲正</Button>
            </Link>
          )
        }
      />
      <Panel>
        <Descriptions column={2} bordered size="small">
          <Descriptions.Item label="条目">{e.lineLabel}</Descriptions.Item>
          <Descriptions.Item label="级次">{levelLabels[e.level]}</Descriptions.Item>
          <Descriptions.Item label="金额">
            {e.adds ? '增加' : '减少'} {showWan(e.amount)} 万元
          </Descriptions.Item>
          <Descriptions.Item label="业务日期">{showDate(e.date)}</Descriptions.Item>
          <Descriptions.Item label="文号、凭证号">{e.docNo}</Descriptions.Item>
          <Descriptions.Item label="收款单位">{e.payee || '—'}</Descriptions.Item>
          <Descriptions.Item label="登记编号">{e.key}</Descriptions.Item>
          <Descriptions.Item label="登记">
            {e.name} {showTime(e.enteredAt)}
          </Descriptions.Item>
          <Descriptions.Item label="复核">
            {e.decision
              ? `${e.decision.confirmed ? '确认' : '驳回'}：${e.decision.name} ${showTime(e.decision.decidedAt)}${e.decision.reason ? `，${e.decision.reason}` : ''}`
              : e.state === 'PENDING'
                ? '等另一人复核'
                : '不须复核'}
          </Descriptions.Item>
          <Descriptions.Item label="事由">{e.reason || '—'}</Descriptions.Item>
          {e.reverses && (
            <Descriptions.Item label="冲正的是">
              <Link to={`/funds/entries/${e.reverses}`}>被冲正的分录</Link>
            </Descriptions.Item>
          )}
          {e.reversedBy && (
            <Descriptions.Item label="已被冲正">
              <Link to={`/funds/entries/${e.reversedBy}`}>冲正的分录</Link>
            </Descriptions.Item>
          )}
        </Descriptions>
        <Decide entry={e} />
      </Panel>
      <Panel title="分项目">
        <PartTable parts={e.parts} projects={account.data?.projects ?? []} total={e.amount} />
      </Panel>
      <Panel title="凭证">
        <RefusalNote error={vouchers.error} />
        <VoucherList vouchers={(vouchers.data?.items ?? []).filter((v) => e.vouchers.includes(v.id))} />
      </Panel>
    </>
  );
}
