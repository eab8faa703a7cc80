import type { Shape } from '@/api/types';
import { Facts } from '@/components/proposal/Facts';
import { showWan } from '@/lib/money';

/** How much of the money and how many projects are confirmed. */
export function Tallies({ pledges }: { pledges: Shape<'Pledges'> }) {
  const { lines, projects } = pledges;
  return (
    <div style={{ marginBottom: 16 }}>
      <Facts
        of={[
          ['资金各条', `${lines.confirmed} / ${lines.count} 已确认`],
          ['已确认金额（万元）', showWan(lines.confirmedAmount)],
          ['未确认及已失效金额（万元）', showWan(lines.unconfirmedAmount)],
          ['项目', `${projects.confirmed} / ${projects.count} 已确认`],
          ['从未确认', `资金 ${lines.unconfirmed} 条，项目 ${projects.unconfirmed} 个`],
          ['确认后又有改动，已失效', `资金 ${lines.lapsed} 条，项目 ${projects.lapsed} 个`],
        ]}
      />
    </div>
  );
}
