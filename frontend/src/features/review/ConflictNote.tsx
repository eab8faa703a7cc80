import { Alert, Button, Space } from 'antd';
import { useEffect, useState } from 'react';
import { showPoints } from '@/lib/points';
import type { Detail } from './detail';
import { itemsOf, type Rubric, type Sheet, sheetOf } from './rubric';

interface Props {
  rubric: Rubric;
  mine: Sheet;
  /** Reads what the server has now. */
  read: () => Promise<Detail | undefined>;
  onMine: (version: number) => void;
  onTheirs: (sheet: Sheet | undefined, version: number) => void;
}

/** The sheet was saved elsewhere meanwhile: both are shown item by item, and one is chosen. Nothing is lost before that. */
export function ConflictNote({ rubric, mine, read, onMine, onTheirs }: Props) {
  const [theirs, setTheirs] = useState<Detail>();
  const [again, tryAgain] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each conflict and each retry.
  useEffect(() => {
    void read().then(setTheirs);
  }, [again]);
  if (!theirs)
    return (
      <Alert
        type="warning"
        showIcon
        title="这份评分表在别处也改过，正在取来对照。"
        action={<Button onClick={() => tryAgain((n) => n + 1)}>再取一次</Button>}
      />
    );
  const saved = sheetOf(theirs.sheet);
  const show = (s: Sheet, code: string) => (s.scores[code] === undefined ? '未打分' : showPoints(s.scores[code] ?? 0));
  const differing = itemsOf(rubric).filter(
    (i) =>
      mine.scores[i.code] !== saved.scores[i.code] || (mine.reasons[i.code] ?? '') !== (saved.reasons[i.code] ?? ''),
  );
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title="这份评分表在别处（另一个窗口或传回的表格）也改过。请选定用哪一份，选定之前两份都留着。"
      description={
        <>
          <ul>
            {differing.map((i) => (
              <li key={i.code}>
                {i.code} {i.name}：本页 {show(mine, i.code)}
                {mine.reasons[i.code] && `（${mine.reasons[i.code]}）`}，已存 {show(saved, i.code)}
                {saved.reasons[i.code] && `（${saved.reasons[i.code]}）`}
              </li>
            ))}
            {differing.length === 0 && <li>各项分数相同，否决项或总体意见不同。</li>}
          </ul>
          <Space>
            <Button type="primary" onClick={() => onMine(theirs.version)}>
              用本页填的
            </Button>
            <Button onClick={() => onTheirs(saved, theirs.version)}>用已存的</Button>
          </Space>
        </>
      }
    />
  );
}
