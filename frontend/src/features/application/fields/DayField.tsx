import { Input } from 'antd';
import { useState } from 'react';
import { cleanDay, type MonthMeans } from '@/lib/clean/day';
import { Field, type Place } from './Field';

interface Props extends Place {
  value: string;
  onChange: (value: string) => void;
  /** Which day a month alone means. */
  month?: MonthMeans;
}

/** A date typed as people type it: 2023/3/1, 2023年3月1日; shown as 2023-03-01 once read. */
export function DayField({ value, onChange, month = 'first', ...place }: Props) {
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? undefined : cleanDay(typed, month);
  return (
    <Field
      {...place}
      wrong={read && !read.ok ? read.wrong : undefined}
      hint={(read?.ok ? read.note : undefined) ?? place.hint ?? '如 2023-03-01'}
    >
      {(id, says) => (
        <Input
          id={id}
          aria-describedby={says}
          value={typed ?? value}
          disabled={place.lock !== null}
          onFocus={() => setTyped(value)}
          onChange={(e) => {
            setTyped(e.target.value);
            // A date half typed may read as another one: only the finished text counts, on leaving, or a whole one at once.
            if (/^\d{4}-\d{2}-\d{2}$/.test(e.target.value) || e.target.value === '') {
              const now = cleanDay(e.target.value, month);
              if (now.ok) onChange(now.value);
            }
          }}
          onBlur={() => {
            if (read?.ok) {
              onChange(read.value);
              setTyped(undefined);
            }
          }}
        />
      )}
    </Field>
  );
}
