import { Alert, Button, Radio, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { asJson } from '@/api/draft';
import { fieldWord } from '@/components/proposal/fields';
import { Tag } from '@/components/Tag';
import { type Difference, differences, merged, proposed, type Side } from '@/lib/twoSides';
import type { Trouble } from '../draft/trouble';
import { pieceLabel } from './pieceLabel';
import { say } from './say';

interface Props {
  piece: string;
  conflict: Extract<Trouble, { kind: 'conflict' }>;
  /** The piece as decided; undefined takes it away. */
  onDecide: (body: unknown) => void;
}

/** Two people changed one piece: both versions place by place, what only one changed already chosen, the rest asked. Nothing is lost. */
export function Meeting({ piece, conflict, onDecide }: Props) {
  const { base, mine, theirs } = conflict;
  const [picked, pick] = useState<Record<string, Side>>({});
  const found = useMemo(
    () => (mine === undefined || theirs === undefined ? [] : differences(asJson(base), asJson(mine), asJson(theirs))),
    [base, mine, theirs],
  );
  const chosen = (d: Difference): Side | undefined => picked[d.path] ?? proposed(d);
  const open = found.filter((d) => chosen(d) === undefined).length;

  if (mine === undefined || theirs === undefined)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={`${pieceLabel(piece)}：${theirs === undefined ? '您正在修改，而他人已把它删除' : '您删除了它，而他人刚刚修改过'}`}
        action={
          <>
            <Button onClick={() => onDecide(mine ?? theirs)}>保留</Button>{' '}
            <Button danger onClick={() => onDecide(undefined)}>
              删除
            </Button>
          </>
        }
      />
    );
  return (
    <section aria-label={`${pieceLabel(piece)}两个版本`}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={`${pieceLabel(piece)}：您填写期间，他人也保存了修改。请逐处选用，两边的内容都在。`}
      />
      <Table<Difference>
        aria-label={`${pieceLabel(piece)}两个版本的差异`}
        size="small"
        pagination={false}
        rowKey={(d) => d.path}
        columns={columnsFor(piece.replace('section:', '').replace(/^project:.*/, 'projects'), chosen, (d, side) =>
          pick({ ...picked, [d.path]: side }),
        )}
        dataSource={found}
      />
      <p style={{ marginTop: 8 }}>
        <Button
          type="primary"
          disabled={open > 0}
          onClick={() => onDecide(merged(asJson(base), asJson(mine), asJson(theirs), (d) => chosen(d) ?? 'mine'))}
        >
          按所选保存
        </Button>{' '}
        {open > 0 && <span role="status">还有 {open} 处没有选</span>}
      </p>
    </section>
  );
}

function columnsFor(
  section: string,
  chosen: (d: Difference) => Side | undefined,
  onPick: (d: Difference, side: Side) => void,
): TableColumnsType<Difference> {
  const place = (d: Difference) => placeOf(section, d.path);
  return [
    { key: 'place', title: '位置', width: 260, render: (_, d) => place(d) },
    { key: 'mine', title: '您填的', render: (_, d) => say(d.path, d.mine) },
    { key: 'theirs', title: '他人保存的', render: (_, d) => say(d.path, d.theirs) },
    {
      key: 'pick',
      title: '选用',
      width: 260,
      render: (_, d) => (
        <>
          <Radio.Group
            aria-label={`${place(d)}选用哪一个`}
            value={chosen(d)}
            onChange={(e) => onPick(d, e.target.value === 'mine' ? 'mine' : 'theirs')}
            options={[
              { value: 'mine', label: '您填的' },
              { value: 'theirs', label: '他人的' },
            ]}
          />
          {proposed(d) === undefined && <Tag tone="near">两人都改了</Tag>}
        </>
      ),
    },
  ];
}

/** [370784901201].type → 370784901201 › 村庄类型. */
function placeOf(section: string, path: string): string {
  const row = /^\[([^\]]*)\]\.?(.*)$/.exec(path);
  const field = row ? (row[2] ?? '') : path;
  return [row?.[1] ?? '', field === '' ? '整行' : fieldWord(section, field)].filter((t) => t !== '').join(' › ');
}
