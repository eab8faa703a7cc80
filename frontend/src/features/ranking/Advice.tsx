import { Table, type TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { fixedPoints } from '@/lib/points';
import styles from './Ranking.module.css';
import { scaleOf } from './spread';

type Row = Shape<'Steadied'>;

interface Props {
  advice: Shape<'Advice'>;
  rows: Shape<'RankedRow'>[];
}

/** How firmly the ranking stands: each application without any one expert, without the trimming, and with strict and mild experts evened out. */
export function Advice({ advice, rows }: Props) {
  const at = scaleOf(advice.rows);
  const named = new Map(rows.map((r) => [r.no, r]));
  const ranked = [...advice.rows].sort((a, b) => (named.get(a.no)?.rank ?? 0) - (named.get(b.no)?.rank ?? 0));
  const columns: TableColumnsType<Row> = [
    { key: 'rank', title: '名次', width: 70, align: 'center', render: (_, r) => named.get(r.no)?.rank },
    {
      key: 'no',
      title: '推进区',
      render: (_, r) => (
        <>
          {r.no} {named.get(r.no)?.city.name} {named.get(r.no)?.county.name}
          <br />
          {named.get(r.no)?.title}
        </>
      ),
    },
    { key: 'composite', title: '综合分', width: 90, align: 'right', render: (_, r) => fixedPoints(r.composite) },
    {
      key: 'range',
      title: '少任一位专家时',
      width: 270,
      render: (_, r) => (
        <>
          <div
            className={styles.track}
            role="img"
            aria-label={`综合分 ${fixedPoints(r.composite)}，少任一位专家时在 ${fixedPoints(r.low)} 至 ${fixedPoints(r.high)} 之间`}
          >
            <div className={styles.reach} style={{ left: `${at(r.low)}%`, width: `${at(r.high) - at(r.low)}%` }} />
            <div className={styles.point} style={{ left: `${at(r.composite)}%` }} />
          </div>
          <span className="number">
            {fixedPoints(r.low)}
            {r.lowWithout && `（少 ${r.lowWithout}）`} 至 {fixedPoints(r.high)}
            {r.highWithout && `（少 ${r.highWithout}）`}
          </span>
        </>
      ),
    },
    {
      key: 'plain',
      title: '不去最高最低',
      width: 160,
      render: (_, r) => <Other at={r.plain} awarded={r.awardedPlain} now={r.awarded} />,
    },
    {
      key: 'adjusted',
      title: '扣除宽严差异',
      width: 160,
      render: (_, r) => <Other at={r.adjusted} awarded={r.awardedAdjusted} now={r.awarded} />,
    },
    {
      key: 'turned',
      title: '是否入围',
      width: 190,
      render: (_, r) => (
        <>
          <Tag tone={r.awarded ? 'good' : 'plain'}>{r.awarded ? '立项线以上' : '立项线以下'}</Tag>
          {r.turnedBy.length > 0 && <p>少了 {r.turnedBy.join('、')} 中任一位即改变</p>}
        </>
      ),
    },
  ];
  return (
    <Panel title="稳健性分析（只供省级参考）">
      <p className={`${styles.note} quiet`}>{advice.note}。横条为少任一位专家时综合分的范围，竖线为现在的综合分。</p>
      <Table<Row>
        aria-label="稳健性分析"
        size="middle"
        columns={columns}
        rowKey={(r) => r.no}
        dataSource={ranked}
        pagination={false}
        scroll={{ x: 1080 }}
        locale={{ emptyText: <Empty what="没有可分析的申报" next="评审完成、排名锁定后分析" /> }}
      />
      <h3 className={styles.after}>左右结果的专家</h3>
      {advice.movers.length === 0 ? (
        <p>
          <Tag tone="good">没有</Tag> 少了任何一位专家，立项线以上的名单都不变。
        </p>
      ) : (
        <ul className={styles.pending}>
          {advice.movers.map((m) => (
            <li key={m.expert}>
              <Tag tone="near">{m.expert}</Tag> 少了这位专家
              {m.gains.length > 0 && `，${m.gains.join('、')} 会在立项线以上`}
              {m.loses.length > 0 && `，${m.loses.join('、')} 会在立项线以下`}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Other({ at, awarded, now }: { at: number; awarded: boolean; now: boolean }) {
  return (
    <>
      {fixedPoints(at)} <Tag tone={awarded === now ? 'plain' : 'near'}>{awarded === now ? '结果不变' : '结果不同'}</Tag>
    </>
  );
}
