import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Shape } from '@/api/types';
import { SaveStatus } from '@/components/SaveStatus';
import type { useAutosave } from '@/components/useAutosave';
import { fixedPoints, plainPoints, pointsOf } from '@/lib/points';
import { Comment } from './Comment';
import styles from './Desk.module.css';
import { Dimension } from './Dimension';
import { type Detail, isOpen } from './detail';
import { type Evidence, evidenceFor } from './evidence';
import { KeyTable } from './KeyTable';
import { gapsOf, itemsOf, type Sheet, totalOf } from './rubric';
import { SubmitReview } from './SubmitReview';
import { Vetoes } from './Vetoes';

export type Draft = ReturnType<typeof useAutosave<Sheet>>;

interface Props {
  review: Detail;
  draft: Draft;
  files: Shape<'Attachment'>[];
  earlier: { sheet: Sheet; reason: string } | undefined;
  active: string;
  onActive: (code: string) => void;
  onEvidence: (to: Evidence) => void;
  onNext: (() => void) | undefined;
  help: boolean;
  onHelp: () => void;
}

/** The right of the desk: every item with its quick grades, the vetoes apart, the comment; the total always in sight. */
export function RubricPane(props: Props) {
  const { review, draft, files, earlier, active, onActive, onEvidence, onNext, help, onHelp } = props;
  const { rubric } = review;
  const open = isOpen(review) && !draft.conflict;
  const items = itemsOf(rubric);
  const sheet = draft.value;
  const gaps = gapsOf(rubric, sheet);
  const body = useRef<HTMLDivElement>(null);
  const [checking, check] = useState(false);

  const focusOn = useCallback(
    (code: string) => {
      onActive(code);
      const at = body.current?.querySelector<HTMLElement>(`[data-item="${code}"]`);
      at?.focus({ preventScroll: true });
      at?.scrollIntoView({ block: 'nearest' });
    },
    [onActive],
  );
  // The keyboard starts at the first item without a score.
  const first = useRef(active);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => focusOn(first.current));
    return () => clearTimeout(timer);
  }, [open, focusOn]);

  function move(by: number) {
    const to = items[items.findIndex((i) => i.code === active) + by];
    if (to) focusOn(to.code);
  }

  if (checking)
    return (
      <SubmitReview
        review={review}
        draft={draft}
        gaps={gaps}
        onBack={(code) => {
          check(false);
          setTimeout(() => focusOn(code ?? active));
        }}
        onNext={onNext}
      />
    );
  return (
    <div className={styles.column}>
      <div ref={body} className={styles.body}>
        {help && <KeyTable />}
        {earlier && <p className={styles.note}>本表已退回重评：{earlier.reason}。各项原分列在旁边，原表留存备查。</p>}
        {rubric.dimensions.map((d) => (
          <Dimension
            key={d.code}
            dimension={d}
            step={pointsOf(rubric.step)}
            sheet={sheet}
            earlier={earlier?.sheet}
            active={active}
            open={open}
            evidence={evidenceFor(d.source, files)}
            files={files}
            onEvidence={onEvidence}
            onActive={onActive}
            onMove={move}
            change={draft.change}
          />
        ))}
        <Vetoes rubric={rubric} sheet={sheet} open={open} change={draft.change} />
        <Comment text={sheet.comment} open={open} change={draft.change} />
      </div>
      <footer className={`${styles.bar} screen-only`}>
        <output className={styles.total} aria-label="总分">
          总分 <b>{fixedPoints(plainPoints(totalOf(items, sheet)))}</b>
        </output>
        <span className={styles.grow}>
          {open ? (
            <>
              {gaps.length > 0 ? `还有 ${gaps.length} 处未完成 ` : '各项已填完 '}
              <SaveStatus saving={draft.saving} />
            </>
          ) : (
            '已交分，评分锁定'
          )}
        </span>
        <Button onClick={onHelp} aria-expanded={help}>
          按键
        </Button>
        {open && (
          <Button type="primary" onClick={() => check(true)}>
            核对交分
          </Button>
        )}
      </footer>
    </div>
  );
}
