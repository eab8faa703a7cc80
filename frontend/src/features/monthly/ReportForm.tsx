import { useCallback } from 'react';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { FootBar } from '@/components/FootBar';
import { Panel } from '@/components/Panel';
import { RefusalNote } from '@/components/RefusalNote';
import { SureButton } from '@/components/SureButton';
import { useAutosave } from '@/components/useAutosave';
import { useSending } from '@/components/useSending';
import { showMonth } from '@/lib/time';
import { ConflictNote } from './ConflictNote';
import { type Draft, type DraftLine, draftOf, gapsOf, type Report, wireOf, written, wrongOf } from './draft';
import { useReportActs } from './queries';
import { ReportTable } from './ReportTable';

interface Props {
  report: Report;
  onReload: () => Promise<Report | undefined>;
}

/** A month as it is filled in: kept by itself with its gaps, handed in when it has none. */
export function ReportForm({ report, onReload }: Props) {
  const { applicationId: id, month } = report;
  const acts = useReportActs(id, month);
  const attempt = useAttempt();
  const draft = useAutosave<Draft>({
    name: `monthly.${id}.${month}`,
    initial: draftOf(report),
    version: report.version,
    enabled: true,
    save: acts.save,
  });
  const { busy, error, send } = useSending(async () => {
    const version = await draft.flush();
    if (version !== undefined) await acts.act(version, { action: 'submit' }, attempt(wireOf(draft.value)));
  });
  const { change } = draft;
  const onLine = useCallback(
    (project: string, to: Partial<DraftLine>) => change((d) => written(d, project, to)),
    [change],
  );
  const gaps = gapsOf(draft.value);
  const wrong = wrongOf(draft.value);

  return (
    <>
      {draft.conflict && (
        <ConflictNote
          base={draft.conflict.base}
          mine={draft.value}
          read={onReload}
          onDecide={(both, version, theirs) => void draft.settle(both, version, theirs)}
        />
      )}
      {wrong.length === 0 && <RefusalNote error={draft.error} onRetry={() => void draft.flush()} />}
      <Panel>
        <ReportTable report={report} lines={draft.value.lines} onLine={onLine} />
      </Panel>
      <RefusalNote error={error} />
      <FootBar
        saving={draft.saving}
        says={
          wrong.length > 0
            ? `${wrong.join('、')} 的形象进度应为 0 至 100，改好后自动保存`
            : gaps.length > 0
              ? `还有 ${gaps.length} 处未完成：${gaps[0]}`
              : '各项目已填完，可以提交'
        }
        className="screen-only"
      >
        <SureButton
          type="primary"
          loading={busy}
          disabled={gaps.length > 0 || wrong.length > 0 || draft.conflict !== undefined}
          question={`提交${showMonth(month)}份月报？提交以后锁定，更正须由市乡村振兴局退回。`}
          go="提交"
          back="再看看"
          onGo={send}
        >
          提交月报
        </SureButton>
      </FootBar>
    </>
  );
}
