import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { WideTable } from '@/components/WideTable';
import { showMonth, showTime } from '@/lib/time';
import { stateOf, stateTones, stateWords } from './labels';

const aYear = 12;

/** The months from that of the award on: handed in, being written, or not begun; the last twelve first. */
export function Months({ months, at }: { months: Shape<'MonthlyHead'>[]; at: string }) {
  const [all, showAll] = useState(false);
  const shown = all ? months : months.slice(0, aYear);
  return (
    <Panel title="各月情况">
      <WideTable<Shape<'MonthlyHead'>>
        aria-label="各月情况"
        size="middle"
        pagination={false}
        rowKey="month"
        dataSource={shown}
        columns={[
          {
            key: 'month',
            title: '月份',
            render: (_, m) =>
              m.month === at ? (
                <span aria-current="true">{showMonth(m.month)}（正在看）</span>
              ) : (
                <Link to={`?month=${m.month}`}>{showMonth(m.month)}</Link>
              ),
          },
          {
            key: 'state',
            title: '状态',
            render: (_, m) => <Tag tone={stateTones[stateOf(m)]}>{stateWords[stateOf(m)]}</Tag>,
          },
          { key: 'updatedAt', title: '最近保存', render: (_, m) => showTime(m.updatedAt) },
          {
            key: 'submittedAt',
            title: '提交',
            render: (_, m) => (m.submittedAt ? `${showTime(m.submittedAt)} ${m.submittedName}` : '—'),
          },
        ]}
      />
      {shown.length < months.length && (
        <Button onClick={() => showAll(true)}>更早的 {months.length - aYear} 个月</Button>
      )}
    </Panel>
  );
}
