import { Descriptions, type TableColumnsType } from 'antd';
import { useReviewSetup } from '@/api/pack';
import { can, useMe } from '@/api/session';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import { fixedPoints } from '@/lib/points';
import { showDate, showTime } from '@/lib/time';
import type { Check } from './draft';
import { findingWords, verdictTones } from './labels';
import { Photos } from './Photos';
import { usePhotos } from './queries';
import { Reopen } from './Reopen';

const tones = { TRUE: 'good', FALSE: 'bad', UNVERIFIED: 'near', '': 'plain' } as const;

/** A sheet to be read: what was claimed, what was found, what it comes to. */
export function CheckRead({ check, batchId }: { check: Check; batchId: string | undefined }) {
  const me = useMe();
  const setup = useReviewSetup(batchId);
  const photos = usePhotos(check.applicationId);
  const nameOf = (code: string) => setup.data?.siteItems.find((i) => i.code === code)?.name ?? code;
  if (!check.whole)
    return (
      <Panel>
        <Empty what={`核查还没有提交，已填 ${check.done} / ${check.of} 项`} next="提交以后可以查看内容" />
      </Panel>
    );
  const columns: TableColumnsType<Shape<'SiteFinding'>> = [
    { key: 'item', title: '核查项', width: 140, render: (_, f) => nameOf(f.item) },
    { key: 'claimed', title: '申报内容', render: (_, f) => f.claimed || '—' },
    {
      key: 'finding',
      title: '核查结果',
      width: 120,
      render: (_, f) => {
        const key = f.finding === 'TRUE' || f.finding === 'FALSE' || f.finding === 'UNVERIFIED' ? f.finding : '';
        return <Tag tone={tones[key]}>{findingWords[key]}</Tag>;
      },
    },
    { key: 'note', title: '情况', render: (_, f) => f.note || '—' },
  ];
  const items = [...new Set((photos.data?.items ?? []).map((p) => p.item))];
  return (
    <>
      <Panel title="结论">
        <Descriptions column={{ xs: 1, md: 2 }} size="small">
          <Descriptions.Item label="核查日期">{showDate(check.checkedOn)}</Descriptions.Item>
          <Descriptions.Item label="提交时间">{showTime(check.submittedAt)}</Descriptions.Item>
          <Descriptions.Item label="结论">
            <Tag tone={verdictTones[check.verdict]}>{check.verdictLabel || '未填'}</Tag>
          </Descriptions.Item>
          <Descriptions.Item label="扣分">{fixedPoints(check.deduction)}</Descriptions.Item>
          <Descriptions.Item label="属实 / 不符 / 无法核实">
            {check.shares.true} / {check.shares.false} / {check.shares.unverified}（共核对 {check.shares.of} 处）
          </Descriptions.Item>
          <Descriptions.Item label="总体说明">{check.comment || '—'}</Descriptions.Item>
        </Descriptions>
      </Panel>
      <Panel title="逐项核查">
        <WideTable
          aria-label="逐项核查"
          size="middle"
          columns={columns}
          rowKey={(f) => `${f.item}${f.place}`}
          dataSource={check.items}
          pagination={false}
          scroll={{ x: 760 }}
        />
      </Panel>
      {items.length > 0 && (
        <Panel title="现场照片">
          {items.map((item) => (
            <section key={item}>
              <h3>{nameOf(item)}</h3>
              <Photos
                item={nameOf(item)}
                batchId={batchId}
                photos={(photos.data?.items ?? []).filter((p) => p.item === item)}
              />
            </section>
          ))}
        </Panel>
      )}
      {check.submittedAt && check.state === 'SITE_CHECK' && can(me, 'sitecheck:reopen') && <Reopen check={check} />}
    </>
  );
}
