import { SavedElsewhere } from '@/components/SavedElsewhere';
import type { Json } from '@/lib/json';
import { type Draft, draftOf, type Report } from './draft';

interface Props {
  base: Draft;
  mine: Draft;
  read: () => Promise<Report | undefined>;
  onDecide: (both: Draft, version: number, theirs: Draft) => void;
}

/** A colleague saved the month's 月报 meanwhile: both, project by project. */
export function ConflictNote({ base, mine, read, onDecide }: Props) {
  return (
    <SavedElsewhere<Draft>
      name="月报"
      base={base}
      mine={mine}
      read={async () => {
        const now = await read();
        return now && { theirs: draftOf(now), version: now.version };
      }}
      place={placeOf}
      say={say}
      onDecide={(both, { theirs, version }) => onDecide(both, version, theirs)}
    />
  );
}

const fields: Record<string, string> = { percent: '形象进度', progress: '进展情况', problem: '存在问题' };

/** lines[P03].percent → P03 › 形象进度. */
function placeOf(path: string): string {
  const [, project = path, field = ''] = /^lines\[(.+?)\]\.?(.*)$/.exec(path) ?? [];
  return `${project} › ${fields[field] ?? '整行'}`;
}

function say(path: string, value: Json | undefined): string {
  if (value === undefined) return '（没有）';
  if (value === null || value === '') return '（空）';
  return path.endsWith('.percent') ? `${value}%` : String(value);
}
