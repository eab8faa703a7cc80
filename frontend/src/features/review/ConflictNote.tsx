import { SavedElsewhere } from '@/components/SavedElsewhere';
import type { Json } from '@/lib/json';
import { showPoints } from '@/lib/points';
import type { Detail } from './detail';
import { itemsOf, type Rubric, type Sheet, sheetOf } from './rubric';

interface Props {
  rubric: Rubric;
  base: Sheet;
  mine: Sheet;
  read: () => Promise<Detail | undefined>;
  onDecide: (both: Sheet, version: number, theirs: Sheet) => void;
}

/** The sheet was saved elsewhere meanwhile, in another window or by the workbook: scores, reasons, vetoes and the comment side by side. */
export function ConflictNote({ rubric, base, mine, read, onDecide }: Props) {
  return (
    <SavedElsewhere<Sheet>
      name="评分表"
      base={base}
      mine={mine}
      read={async () => {
        const now = await read();
        return now && { theirs: sheetOf(now.sheet), version: now.version };
      }}
      place={(path) => placeOf(rubric, path)}
      say={say}
      onDecide={(both, { theirs, version }) => onDecide(both, version, theirs)}
    />
  );
}

/** scores.A1 → A1 产业基础 › 得分. */
function placeOf(rubric: Rubric, path: string): string {
  const [part = '', ...rest] = path.split('.');
  const code = rest.join('.');
  const item = itemsOf(rubric).find((i) => i.code === code);
  switch (part) {
    case 'scores':
      return `${code} ${item?.name ?? ''} › 得分`;
    case 'reasons':
      return `${code} ${item?.name ?? ''} › 扣分理由`;
    case 'vetoes':
      return `一票否决 › ${rubric.vetoes.find((v) => v.code === code)?.name ?? code}`;
    default:
      return '总体意见';
  }
}

function say(path: string, value: Json | undefined): string {
  if (path.startsWith('scores.')) return typeof value === 'number' ? showPoints(value) : '未打分';
  if (path.startsWith('vetoes.')) return value === undefined ? '没有勾选' : `勾选，${value || '未写依据'}`;
  return typeof value === 'string' && value !== '' ? value : '（空）';
}
