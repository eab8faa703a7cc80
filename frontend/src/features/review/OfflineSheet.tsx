import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Download } from '@/components/Download';
import { RefusalNote } from '@/components/RefusalNote';
import type { Detail } from './detail';
import { sendBook } from './queries';
import type { Draft } from './RubricPane';
import { sheetOf } from './rubric';

interface Props {
  review: Detail;
  open: boolean;
  draft: Draft;
  onTaken: () => Promise<Detail | undefined>;
}

/** The 评分表 as a workbook: taken away, filled in without a line, brought back into the draft. */
export function OfflineSheet({ review, open, draft, onTaken }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number>();
  const [error, setError] = useState<unknown>(null);
  async function send(file: File) {
    setError(null);
    const version = await draft.flush();
    if (version === undefined) return;
    setPercent(0);
    try {
      const row = await sendBook(review.id, version, file, setPercent);
      await draft.settle(sheetOf(row.sheet), row.version);
      await onTaken();
    } catch (e) {
      setError(e);
    } finally {
      setPercent(undefined);
    }
  }
  return (
    <>
      <Download path={`/reviews/${review.id}/sheet.xlsx`} label="离线评分表" />
      {open && (
        <span>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx"
            aria-label="选择填好的评分表"
            onChange={(e) => {
              const file = e.target.files?.[0];
              e.target.value = '';
              if (file) void send(file);
            }}
          />
          <Button loading={percent !== undefined} onClick={() => input.current?.click()}>
            {percent === undefined ? '传回评分表' : `已传 ${percent}%`}
          </Button>
          <RefusalNote error={error} />
        </span>
      )}
    </>
  );
}
