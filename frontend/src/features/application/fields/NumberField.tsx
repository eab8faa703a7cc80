import { Input } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { bad, type Cleaned, good } from '@/lib/clean/cleaned';
import { cleanCount } from '@/lib/clean/count';
import { plainDecimal, written } from '@/lib/clean/decimal';
import { cleanMoney } from '@/lib/clean/money';
import { showWan } from '@/lib/money';
import { Field, type Place } from './Field';
import styles from './Field.module.css';

type Kind = 'money' | 'count' | 'area';

interface Props extends Place {
  kind: Kind;
  value: number;
  onChange: (value: number) => void;
}

const cleaners: Record<Kind, (text: string) => Cleaned> = { money: cleanMoney, count: cleanCount, area: cleanArea };

/** A number as people write it, kept exactly; what cannot be read stays as typed and says why. */
export function NumberField({ kind, value, onChange, ...place }: Props) {
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? undefined : cleaners[kind](typed);
  return (
    <Field {...place} wrong={read && !read.ok ? read.wrong : undefined} hint={noteOf(read) ?? place.hint}>
      {(id, says) => (
        <Input
          id={id}
          className={styles.amount}
          aria-describedby={says}
          inputMode="decimal"
          value={typed ?? shown(kind, value)}
          disabled={place.lock !== null}
          onFocus={(e) => {
            // Drawn as it is typed before it is chosen whole: the first key then replaces it, as in a spreadsheet.
            flushSync(() => setTyped(value === 0 ? '' : String(value)));
            e.target.select();
          }}
          onChange={(e) => {
            setTyped(e.target.value);
            const now = cleaners[kind](e.target.value);
            if (now.ok) onChange(Number(now.value));
          }}
          onBlur={() => {
            if (read?.ok !== false) setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}

const noteOf = (read: Cleaned | undefined) => (read?.ok ? read.note : undefined);

function shown(kind: Kind, value: number): string {
  return kind === 'money' ? showWan(value) : String(value);
}

/** An area: at most two decimals. */
function cleanArea(text: string): Cleaned {
  const read = written(text, ['平方公里', '亩']);
  if (read === null) return good('');
  if ('wrong' in read) return bad(read.wrong);
  if (read.number.negative) return bad('不能为负数');
  return read.number.rest.length > 2 ? bad('至多 2 位小数') : good(plainDecimal(read.number));
}
