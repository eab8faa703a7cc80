import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { Shape } from '@/api/types';
import { fenOf, placesOf, wanPlain } from '@/lib/money';
import { showTime } from '@/lib/time';
import { Empty } from './Empty';
import { Money } from './Money';
import { pledgeStates } from './pledgeStates';
import { Tag } from './Tag';

type Line = Shape<'FundLine'>;

const columnsOf = (lines: Line[]): TableColumnsType<Line> => [
  { key: 'label', title: '来源、主管部门', width: 250, render: (_, l) => l.label },
  {
    key: 'commitment',
    title: '承诺',
    width: 230,
    render: (_, { commitment: c }) => (
      <>
        <Tag tone={pledgeStates[c.state].tone}>{pledgeStates[c.state].word}</Tag>
        {c.name && (
          <p className="quiet">
            {c.name}
            <br />
            {showTime(c.confirmedAt)}
          </p>
        )}
      </>
    ),
  },
  {
    key: 'paper',
    title: '承诺文件',
    width: 200,
    render: (_, { commitment: c }) =>
      c.attachmentId ? (
        <a href={`/api/v1/attachments/${c.attachmentId}`} download={c.fileName}>
          {c.fileName}
        </a>
      ) : (
        '—'
      ),
  },
  {
    key: 'committed',
    title: '承诺额（万元）',
    width: 130,
    align: 'right',
    render: (_, l) => <Money of={l.committed} places={placesOf(lines.map((one) => one.committed))} />,
  },
  {
    key: 'allocated',
    title: '已到位（万元）',
    width: 130,
    align: 'right',
    render: (_, l) => <Money of={l.allocated} places={placesOf(lines.map((one) => one.allocated))} />,
  },
  {
    key: 'short',
    title: '尚差（万元）',
    width: 120,
    align: 'right',
    render: (_, l) => <Money of={short(l)} places={placesOf(lines.map(short))} />,
  },
];

interface Props {
  lines: Line[];
  /** Last in each row: what may be done with the line. */
  act?: (line: Line) => ReactNode;
}

/** Who stands up for each line, with which paper, and how much of it has come. */
export function CommitmentTable({ lines, act }: Props) {
  const all: TableColumnsType<Line> = act
    ? [...columnsOf(lines), { key: 'act', title: '办理', width: 110, render: (_, l) => act(l) }]
    : columnsOf(lines);
  return (
    <Table<Line>
      aria-label="承诺和到位，单位万元"
      size="small"
      columns={all}
      rowKey={(l) => l.line}
      dataSource={lines}
      pagination={false}
      scroll={{ x: 1060 }}
      locale={{ emptyText: <Empty what="没有须承诺的资金" next={null} /> }}
    />
  );
}

/** What has still to come, in 万元; null when nothing has. */
function short(l: Line): string | null {
  const left = (fenOf(l.committed) ?? 0n) - (fenOf(l.allocated) ?? 0n);
  return left > 0n ? wanPlain(left) : null;
}
