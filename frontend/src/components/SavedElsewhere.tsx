import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Json } from '@/lib/json';
import { TwoSides } from './TwoSides';

interface Theirs<T> {
  theirs: T;
  version: number;
}

interface Props<T> {
  /** What was saved elsewhere: 核查单, 评分表. */
  name: string;
  /** What both began from. */
  base: T;
  mine: T;
  /** Reads what the server has now. */
  read: () => Promise<Theirs<T> | undefined>;
  place: (path: string) => string;
  say: (path: string, value: Json | undefined) => string;
  /** Both in one, as chosen, to be saved over theirs. */
  onDecide: (both: T, over: Theirs<T>) => void;
}

/** A form somebody else saved meanwhile: what the server has is read, and both stand side by side until it is chosen. */
export function SavedElsewhere<T>({ name, base, mine, read, place, say, onDecide }: Props<T>) {
  const [over, setOver] = useState<Theirs<T>>();
  const [again, tryAgain] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each conflict and each retry.
  useEffect(() => {
    void read().then(setOver);
  }, [again]);
  if (!over)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={`${name}在别处也保存过，正在取来对照。`}
        action={<Button onClick={() => tryAgain((n) => n + 1)}>再取一次</Button>}
      />
    );
  return (
    <TwoSides
      name={name}
      base={base}
      mine={mine}
      theirs={over.theirs}
      place={place}
      say={say}
      onDecide={(both) => onDecide(both, over)}
    />
  );
}
