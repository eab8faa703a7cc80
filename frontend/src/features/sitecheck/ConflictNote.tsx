import { SavedElsewhere } from '@/components/SavedElsewhere';
import type { Json } from '@/lib/json';
import { showPoints } from '@/lib/points';
import type { claimsOf } from './claims';
import { type Check, type Draft, draftOf } from './draft';
import { findings, verdicts } from './labels';

interface Props {
  items: { code: string; name: string }[];
  claims: ReturnType<typeof claimsOf>;
  base: Draft;
  mine: Draft;
  read: () => Promise<Check | undefined>;
  onDecide: (both: Draft, version: number, theirs: Draft) => void;
}

/** Another inspector of the team saved the 核查单 meanwhile: both, line by line. */
export function ConflictNote({ items, claims, base, mine, read, onDecide }: Props) {
  return (
    <SavedElsewhere<Draft>
      name="核查单"
      base={base}
      mine={mine}
      read={async () => {
        const now = await read();
        return now && { theirs: draftOf(now), version: now.version };
      }}
      place={(path) => placeOf(items, path)}
      say={(path, value) => say(claims, path, value)}
      onDecide={(both, { theirs, version }) => onDecide(both, version, theirs)}
    />
  );
}

const fields: Record<string, string> = {
  checkedOn: '核查日期',
  verdict: '核查结论',
  deduction: '扣分',
  comment: '总体说明',
  place: '对照的申报内容',
  finding: '核查结果',
  note: '情况说明',
};

/** lines[H1#2].note → 产业项目第 2 条 › 情况说明. */
function placeOf(items: Props['items'], path: string): string {
  const line = /^lines\[(.+?)(?:#(\d+))?\]\.?(.*)$/.exec(path);
  if (!line) return fields[path] ?? path;
  const [, code, nth, field = ''] = line;
  const item = items.find((i) => i.code === code)?.name ?? code;
  return `${item}${nth ? `第 ${nth} 条` : ''} › ${fields[field] ?? '整条'}`;
}

function say(claims: Props['claims'], path: string, value: Json | undefined): string {
  if (value === undefined) return '（没有）';
  if (path === 'deduction' && typeof value === 'number') return showPoints(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return ['place', 'finding', 'note'].map((field) => say(claims, `.${field}`, value[field])).join('，');
  if (typeof value !== 'string' || value === '') return '（空）';
  if (path.endsWith('.place')) return claims.flatMap((g) => g.options).find((o) => o.value === value)?.label ?? value;
  if (path.endsWith('.finding')) return findings.find((f) => f.value === value)?.label ?? value;
  return path === 'verdict' ? (verdicts.find((v) => v.value === value)?.label ?? value) : value;
}
