import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Shape } from '@/api/types';
import { later } from '@/components/later';
import { PageHead } from '@/components/PageHead';
import type { Document } from '@/components/ProposalReader';
import { RefusalNote } from '@/components/RefusalNote';
import { Split } from '@/components/Split';
import { Tag } from '@/components/Tag';
import { useAutosave } from '@/components/useAutosave';
import styles from './Desk.module.css';
import { DocPane, type Shown } from './DocPane';
import { type Detail, isOpen } from './detail';
import { Explain } from './Explain';
import type { Evidence } from './evidence';
import { useDeskKeys } from './keys';
import { labelsOf } from './labels';
import { OfflineSheet } from './OfflineSheet';
import { saveSheet, useFiles, useReviewEvents, useReviews } from './queries';
import { quoteOf } from './quotes';
import { RubricPane } from './RubricPane';
import { firstOf, longest, type Sheet, sheetOf, wireOf } from './rubric';
import { nextAfter } from './tasks';

// Seldom a sheet is typed in two windows at once.
const ConflictNote = later(() => import('./ConflictNote').then((m) => m.ConflictNote));

interface Props {
  review: Detail;
  document: Document;
  trail: { to: string; label: string }[];
  onReload: () => Promise<Detail | undefined>;
}

/** The scoring desk: the file on the left, the 评分表 on the right; the same for written review and defence. */
export function Desk({ review, document, trail, onReload }: Props) {
  const navigate = useNavigate();
  const open = isOpen(review);
  const files = useFiles(review.applicationId);
  const tasks = useReviews();
  const events = useReviewEvents(review.id);
  const [shown, show] = useState<Shown>({ what: 'document', page: 1 });
  const [swapped, swap] = useState(false);
  const [help, setHelp] = useState(false);
  const body = useRef<HTMLElement>(null);
  const next = nextAfter(tasks.data?.items ?? [], review.id);
  const draft = useAutosave<Sheet>({
    name: `review.${review.id}`,
    initial: sheetOf(review.sheet),
    version: review.version,
    enabled: open,
    save: (sheet, version) => saveSheet(review.id, wireOf(sheet), version),
  });

  const [active, setActive] = useState(() => firstOf(review.rubric, draft.value));
  function quote(file: Shape<'Attachment'>, page: number) {
    draft.change((s) => {
      const reason = `${s.reasons[active] ?? ''}${quoteOf(file, page)}`;
      return reason.length > longest ? s : { ...s, reasons: { ...s.reasons, [active]: reason } };
    });
  }
  function jump(anchor: string) {
    show({ what: 'document', page: 1 });
    // The document may have to come back first.
    setTimeout(() => {
      const at = body.current?.querySelector<HTMLElement>(`[id="${anchor}"]`);
      at?.scrollIntoView({ block: 'start' });
    });
  }
  function go(to: Evidence) {
    if ('file' in to) show({ what: to.file, page: to.page ?? 1 });
    else jump(to.anchor);
  }
  async function toNext() {
    await draft.flush();
    navigate(next ? `/reviews/${next.id}` : '/reviews');
  }
  useDeskKeys({
    onSave: () => void draft.flush(),
    onNext: () => void toNext(),
    onHelp: () => setHelp((h) => !h),
    onPage: (by) => body.current?.scrollBy({ top: by * body.current.clientHeight * 0.9 }),
  });

  const earlier = [...(events.data?.items ?? [])].reverse().find((e) => e.kind === 'reopen');
  const own = (files.data?.items ?? []).filter((f) => document.attachments?.some((a) => a.id === f.docId));
  const left = (
    <DocPane
      document={document}
      files={own}
      shown={shown}
      onShow={show}
      onJump={jump}
      quoteFor={open ? active : undefined}
      onQuote={quote}
      body={body}
    />
  );
  const right = (
    <RubricPane
      review={review}
      draft={draft}
      files={own}
      earlier={earlier?.sheet ? { sheet: sheetOf(earlier.sheet), reason: earlier.reason } : undefined}
      active={active}
      onActive={setActive}
      onEvidence={go}
      onNext={next ? () => void toNext() : undefined}
      help={help}
      onHelp={() => setHelp((h) => !h)}
    />
  );
  return (
    <div className={styles.desk}>
      <PageHead
        title={review.application.title}
        trail={trail}
        aside={
          <>
            <span className="quiet">{labelsOf(review)}</span>
            <Tag tone={open ? 'action' : 'good'}>{review.stateLabel}</Tag>
          </>
        }
        acts={
          <>
            <OfflineSheet review={review} open={open} draft={draft} onTaken={onReload} />
            <Button onClick={() => swap((s) => !s)}>两栏对调</Button>
            <Link to={`/reviews/${review.id}/sheet`}>打印评分表</Link>
          </>
        }
      />
      <RefusalNote error={draft.error} onRetry={() => void draft.flush()} />
      {draft.conflict && (
        <ConflictNote
          rubric={review.rubric}
          base={draft.conflict.base}
          mine={draft.value}
          read={onReload}
          onDecide={draft.settle}
        />
      )}
      <Explain review={review} />
      <Split
        name="review"
        labels={swapped ? ['评分表', '申报材料'] : ['申报材料', '评分表']}
        left={swapped ? right : left}
        right={swapped ? left : right}
      />
    </div>
  );
}
