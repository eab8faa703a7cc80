import type { Shape } from '@/api/types';
import { SavedElsewhere } from '@/components/SavedElsewhere';
import { type Typed, typedOf, words } from './typed';

interface Props {
  base: Typed;
  mine: Typed;
  read: () => Promise<Shape<'Notice'> | undefined>;
  onDecide: (both: Typed, version: number, theirs: Typed) => void;
}

const names = new Map(Object.entries(words));

/** Somebody else saved the draft of the notice meanwhile: both texts, part by part. */
export function ConflictNote({ base, mine, read, onDecide }: Props) {
  return (
    <SavedElsewhere<Typed>
      name="公示稿"
      base={base}
      mine={mine}
      read={async () => {
        const now = await read();
        return now && { theirs: typedOf(now), version: now.version };
      }}
      place={(path) => names.get(path) ?? path}
      say={(_, value) => (typeof value === 'string' && value !== '' ? value : '（空）')}
      onDecide={(both, { theirs, version }) => onDecide(both, version, theirs)}
    />
  );
}
