import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '@/components/ReasonDialog';
import { showMonth } from '@/lib/time';
import type { Report } from './draft';
import { useReportActs } from './queries';

/** Gives a report that was handed in back to its county, with the reason. */
export function GiveBack({ report, label }: { report: Report; label: string }) {
  const acts = useReportActs(report.applicationId, report.month);
  const [asking, ask] = useState(false);
  return (
    <>
      <Button onClick={() => ask(true)}>{label}</Button>
      {asking && (
        <ReasonDialog
          title={`退回${showMonth(report.month)}份月报`}
          effect={<p>退回后由县里更正再提交。</p>}
          label="理由（必填）"
          go="退回"
          onClose={() => ask(false)}
          onSend={async (reason) => {
            await acts.act(report.version, { action: 'return', reason });
          }}
        />
      )}
    </>
  );
}
