import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useAttempt } from '@/components/ActionPanel/attempt';
import { RefusalNote } from '@/components/RefusalNote';
import { useSending } from '@/components/useSending';
import styles from './Desk.module.css';
import type { Detail } from './detail';
import { useReviewAct } from './queries';
import type { Draft } from './RubricPane';
import { type Gap, wireOf } from './rubric';
import { SheetTable } from './SheetTable';

interface Props {
  review: Detail;
  draft: Draft;
  gaps: Gap[];
  /** Back to the sheet, to an item where one is named. */
  onBack: (code?: string) => void;
  onNext: (() => void) | undefined;
}

/** The last look before a sheet is handed in and locked: everything once more, and what is missing with a way to it. */
export function SubmitReview({ review, draft, gaps, onBack, onNext }: Props) {
  const act = useReviewAct();
  const attempt = useAttempt();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);

  const {
    busy,
    error,
    send: submit,
  } = useSending(async () => {
    const version = await draft.flush();
    if (version === undefined) return onBack();
    const asked = { action: 'submit' as const, sheet: wireOf(draft.value) };
    await act({ id: review.id, version }, asked, attempt(asked));
  });

  return (
    <div className={styles.column}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet scrolls and must be reached by keys. */}
      <section ref={box} className={styles.body} tabIndex={0} aria-label="核对交分">
        <h2 className={styles.note}>核对评分表</h2>
        {gaps.length > 0 && (
          <ul className={styles.gaps}>
            {gaps.map((g) => (
              <li key={g.code}>
                {g.message}
                <Button type="link" size="small" onClick={() => onBack(g.code)} aria-label={`定位：${g.message}`}>
                  定位
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.note}>
          <SheetTable rubric={review.rubric} sheet={draft.value} />
          <p>交分以后锁定，不能再改；确需改动的，由评审组织员退回重评，原分留存。</p>
          <RefusalNote error={error} onGo={(at) => onBack(codeIn(at))} />
        </div>
      </section>
      <footer className={styles.bar}>
        <Button className={styles.first} onClick={() => onBack()} disabled={busy}>
          返回修改
        </Button>
        {onNext && (
          <Button onClick={onNext} disabled={busy}>
            先看下一份
          </Button>
        )}
        <Button type="primary" loading={busy} disabled={gaps.length > 0} onClick={submit}>
          确认交分
        </Button>
      </footer>
    </div>
  );
}

/** The item a refusal names: /sheet/scores/S1.1. */
function codeIn(location: string): string | undefined {
  return location.split('/').pop();
}
