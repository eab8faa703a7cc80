import type { TableColumnsType } from 'antd';
import type { Shape } from '@/api/types';
import { word } from '@/lib/words';
import { Empty } from './Empty';
import { Tag } from './Tag';
import type { Tone } from './verdict';
import { WideTable } from './WideTable';

type Change = Shape<'Change'>;

const kinds: Record<Change['kind'], { word: string; tone: Tone }> = {
  ADDED: { word: '新增', tone: 'good' },
  REMOVED: { word: '删除', tone: 'bad' },
  CHANGED: { word: '修改', tone: 'near' },
};

interface Props {
  changes: Change[] | undefined;
  /** What the two sides are called: 第 1 次上报, 第 2 次上报. */
  before: string;
  after: string;
  loading?: boolean;
  onGo?: (pointer: string) => void;
}

/** Two versions of a document: what differs, place by place, and nothing else. */
export function DiffTable({ changes, before, after, loading, onGo }: Props) {
  const columns: TableColumnsType<Change> = [
    {
      key: 'kind',
      title: '变化',
      width: 90,
      render: (_, c) => <Tag tone={kinds[c.kind].tone}>{kinds[c.kind].word}</Tag>,
    },
    { key: 'section', title: '栏目', width: 130, render: (_, c) => word('section', c.section) },
    {
      key: 'place',
      title: '位置',
      width: 260,
      render: (_, c) =>
        onGo ? (
          <a href={`#${c.pointer}`} onClick={() => onGo(c.pointer)}>
            {placeOf(c)}
          </a>
        ) : (
          placeOf(c)
        ),
    },
    { key: 'from', title: before, render: (_, c) => (c.kind === 'ADDED' ? '—' : c.from || '（整行）') },
    { key: 'to', title: after, render: (_, c) => (c.kind === 'REMOVED' ? '—' : c.to || '（整行）') },
  ];
  return (
    <WideTable<Change>
      aria-label={`${before}与${after}的差异`}
      size="middle"
      columns={columns}
      rowKey={(c) => `${c.kind}${c.section}${c.row}${c.field}${c.pointer}`}
      dataSource={changes}
      loading={loading}
      pagination={false}
      scroll={{ x: 960 }}
      locale={{ emptyText: <Empty what="两版没有差异" next={null} /> }}
    />
  );
}

function placeOf(c: Change): string {
  return [c.rowLabel, c.fieldLabel !== c.rowLabel ? c.fieldLabel : ''].filter((t) => t !== '').join('：') || '整栏';
}
