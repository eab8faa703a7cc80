import { Alert, Button, Radio, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { asJson, asLike } from '@/api/json';
import type { Json } from '@/lib/json';
import { type Difference, differences, merged, proposed, type Side } from '@/lib/twoSides';
import { Tag } from './Tag';

interface Props<T> {
  /** What has two versions: 项目 P03, 核查单. */
  name: string;
  /** What both began from. */
  base: T | undefined;
  mine: T;
  theirs: T;
  /** A place and what stands there, in words. */
  place: (path: string) => string;
  say: (path: string, value: Json | undefined) => string;
  /** Both in one, as chosen. */
  onDecide: (both: T) => void;
}

/** Two people changed one thing: both versions place by place, what only one changed already chosen, the rest asked. Nothing is lost. */
export function TwoSides<T>({ name, base, mine, theirs, place, say, onDecide }: Props<T>) {
  const [picked, pick] = useState<Record<string, Side>>({});
  const found = useMemo(() => differences(asJson(base), asJson(mine), asJson(theirs)), [base, mine, theirs]);
  const chosen = (d: Difference): Side | undefined => picked[d.path] ?? proposed(d);
  const open = found.filter((d) => chosen(d) === undefined).length;
  const columns: TableColumnsType<Difference> = [
    { key: 'place', title: '位置', width: 240, render: (_, d) => place(d.path) },
    { key: 'mine', title: '您填的', render: (_, d) => <Says>{say(d.path, d.mine)}</Says> },
    { key: 'theirs', title: '他人保存的', render: (_, d) => <Says>{say(d.path, d.theirs)}</Says> },
    {
      key: 'pick',
      title: '选用',
      width: 220,
      render: (_, d) => (
        <>
          <Radio.Group
            aria-label={`${place(d.path)}选用哪一个`}
            value={chosen(d)}
            onChange={(e) => pick({ ...picked, [d.path]: e.target.value === 'mine' ? 'mine' : 'theirs' })}
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
  const decide = () =>
    onDecide(
      asLike(
        mine,
        merged(asJson(base), asJson(mine), asJson(theirs), (d) => chosen(d) ?? 'mine'),
      ),
    );
  return (
    <section aria-label={`${name}两个版本`}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={`${name}：您填写期间，他人也保存了修改。请逐处选用，两边的内容都在。`}
      />
      <Table<Difference>
        aria-label={`${name}两个版本的差异`}
        size="small"
        pagination={false}
        rowKey={(d) => d.path}
        columns={columns}
        dataSource={found}
      />
      <p style={{ marginBlock: 8 }}>
        <Button type="primary" disabled={open > 0} onClick={decide}>
          按所选保存
        </Button>{' '}
        {open > 0 && <span role="status">还有 {open} 处没有选</span>}
      </p>
    </section>
  );
}

/** Words as they were typed, line by line. */
function Says({ children }: { children: string }) {
  return <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{children}</span>;
}
