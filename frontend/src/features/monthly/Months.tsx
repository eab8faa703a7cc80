import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { PagedTable } from '@/components/PagedTable';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { showMonth, showTime } from '@/lib/time';
import { stateOf, stateTones, stateWords } from './labels';

/** Every month from that of the award on: handed in, being written, or not begun. */
export function Months({ months, at }: { months: Shape<'MonthlyHead'>[]; at: string }) {
  return (
    <Panel title="各月情况">
      <PagedTable<Shape<'MonthlyHead'>>
        aria-label="各月情况"
        size="middle"
        rowKey="month"
        rows={months}
        counted="个月"
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
    </Panel>
  );
}
