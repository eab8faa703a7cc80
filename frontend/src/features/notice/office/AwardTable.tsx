import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Download } from '@/components/Download';
import { Empty } from '@/components/Empty';
import { Money } from '@/components/Money';
import { fenOf, sumFen, wan } from '@/lib/money';
import { showTime } from '@/lib/time';

type Award = Shape<'Award'>;

const columns: TableColumnsType<Award> = [
  { key: 'no', title: '申报编号', width: 110, dataIndex: 'no' },
  {
    key: 'title',
    title: '推进区',
    render: (_, a) => <Link to={`/applications/${a.applicationId}`}>{a.title}</Link>,
  },
  { key: 'county', title: '市、县', width: 150, render: (_, a) => `${a.city}${a.county}` },
  { key: 'doc', title: '批复文号', width: 180, dataIndex: 'docNo' },
  { key: 'at', title: '立项时间', width: 150, render: (_, a) => showTime(a.awardedAt) },
  { key: 'amount', title: '奖补额（万元）', width: 130, align: 'right', render: (_, a) => <Money of={a.amount} /> },
  {
    key: 'paper',
    title: '立项批复',
    width: 200,
    className: 'screen-only',
    render: (_, a) => (
      <>
        <Download path={`/awards/${a.applicationId}/approval.pdf`} label="PDF" />{' '}
        <Download path={`/awards/${a.applicationId}/approval.docx`} label="Word" />
      </>
    ),
  },
];

/** 立项名单: what was awarded, by which document, with the paper itself. */
export function AwardTable({ awards }: { awards: Award[] | undefined }) {
  return (
    <Table<Award>
      aria-label="立项名单"
      size="middle"
      rowKey="applicationId"
      columns={columns}
      dataSource={awards}
      loading={awards === undefined}
      pagination={false}
      locale={{ emptyText: awards && <Empty what="本批还没有立项" next="公示期满、异议答复以后办理立项" /> }}
      summary={(rows) =>
        rows.length > 0 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={5}>
              合计 {rows.length} 个
            </Table.Summary.Cell>
            <Table.Summary.Cell index={5} align="right">
              <strong className="money">{wan(sumFen(rows.map((a) => fenOf(a.amount) ?? 0n)))}</strong>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={6} className="screen-only" />
          </Table.Summary.Row>
        )
      }
    />
  );
}
