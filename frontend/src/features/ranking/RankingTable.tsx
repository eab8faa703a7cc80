import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { ApplicationActs } from '@/components/ApplicationActs';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { fixedPoints } from '@/lib/points';
import { siteWords, tieWord } from './labels';
import { useRankingAnew } from './queries';
import styles from './Ranking.module.css';
import { spreadOf } from './spread';
import { Workings } from './Workings';

type Row = Shape<'RankedRow'>;

interface Props {
  ranking: Shape<'Ranking'>;
  /** Whether the reader may have something to decide on an application. */
  acts: boolean;
}

/** The places; a row opens on the marks it came from, and on what may be done about it. */
export function RankingTable({ ranking, acts }: Props) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const anew = useRankingAnew();
  const { rows, params } = ranking;
  const columns: TableColumnsType<Row> = [
    { key: 'rank', title: '名次', width: 70, align: 'center', render: (_, r) => <b>{r.rank}</b> },
    {
      key: 'title',
      title: '推进区',
      render: (_, r) => (
        <>
          {acts ? (
            <Link to={`/applications/${r.applicationId}`} className={styles.link}>
              {r.no}
            </Link>
          ) : (
            r.no
          )}
          {`　${r.city.name} ${r.county.name}`}
          <br />
          {r.title}
        </>
      ),
    },
    figure('written', '书面均分', 90, (r) => fixedPoints(r.written?.mean)),
    figure('spread', '书面极差', 90, (r) => fixedPoints(spreadOf(r.written?.marks ?? [])?.range)),
    figure('defence', '答辩均分', 90, (r) => fixedPoints(r.defence?.mean)),
    {
      key: 'site',
      title: '现场核查',
      width: 120,
      render: (_, r) =>
        r.site ? `${siteWords[r.site.result]}${r.site.deduction > 0 ? `，扣 ${r.site.deduction}` : ''}` : '—',
    },
    figure('composite', '综合分', 90, (r) => <b>{fixedPoints(r.composite)}</b>),
    {
      key: 'passed',
      title: '合格线',
      width: 110,
      render: (_, r) => <Tag tone={r.passed ? 'good' : 'bad'}>{r.passed ? '达到' : '未达到'}</Tag>,
    },
    {
      key: 'tie',
      title: '同分定序',
      width: 120,
      render: (_, r) =>
        r.tied.length > 0
          ? `与 ${r.tied.join('、')} 并列`
          : r.decidedBy
            ? `${tieWord(r.decidedBy, params.dimensions)}${r.lot > 0 ? `，${r.lot} 号签` : ''}`
            : '—',
    },
  ];
  const ids = rows.map((r) => r.applicationId);
  return (
    <Panel
      title="名次"
      aside={
        <Button className="screen-only" onClick={() => setOpen(open.length === ids.length ? [] : ids)}>
          {open.length === ids.length ? '收起全部算式' : '展开全部算式'}
        </Button>
      }
    >
      <Table<Row>
        aria-label="名次"
        size="middle"
        columns={columns}
        rowKey={(r) => r.applicationId}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 1040 }}
        expandable={{
          expandedRowKeys: open,
          onExpandedRowsChange: (keys) => setOpen(keys.map(String)),
          expandedRowRender: (r) => (
            <div className={styles.opened}>
              <Workings row={r} dimensions={params.dimensions} />
              {acts && (
                <div className="screen-only">
                  <ApplicationActs applicationId={r.applicationId} onDone={anew} />
                </div>
              )}
            </div>
          ),
          expandIcon: ({ expanded, onExpand, record }) => (
            <Button
              type="link"
              className="screen-only"
              aria-expanded={expanded}
              aria-label={`${expanded ? '收起' : '算式'} ${record.no}`}
              onClick={(e) => onExpand(record, e)}
            >
              {expanded ? '收起' : '算式'}
            </Button>
          ),
          columnWidth: 76,
        }}
      />
    </Panel>
  );
}

function figure(key: string, title: string, width: number, render: (r: Row) => ReactNode) {
  return { key, title, width, className: 'number', align: 'right' as const, render: (_: unknown, r: Row) => render(r) };
}
