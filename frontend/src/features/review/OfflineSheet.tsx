import { useState } from 'react';
import { Download } from '@/components/Download';
import { FilePick } from '@/components/FilePick';
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
          <FilePick
            label="选择填好的评分表"
            accept=".xlsx"
            loading={percent !== undefined}
            onPick={(file) => void send(file)}
          >
            {percent === undefined ? '传回评分表' : `已传 ${percent}%`}
          </FilePick>
          <RefusalNote error={error} />
        </span>
      )}
    </>
  );
}
