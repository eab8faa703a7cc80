import { Input } from 'antd';
import { Field, type Place } from './Field';

interface Props extends Place {
  value: string;
  onChange: (value: string) => void;
  long?: boolean;
  max?: number;
}

export function TextField({ value, onChange, long, max = 200, ...place }: Props) {
  return (
    <Field {...place}>
      {(id, says) =>
        long ? (
          <Input.TextArea
            id={id}
            aria-describedby={says}
            value={value}
            disabled={place.lock !== null}
            maxLength={max}
            autoSize={{ minRows: 3, maxRows: 14 }}
            onChange={(e) => onChange(e.target.value)}
          />
        ) : (
          <Input
            id={id}
            aria-describedby={says}
            value={value}
            disabled={place.lock !== null}
            maxLength={max}
            onChange={(e) => onChange(e.target.value)}
          />
        )
      }
    </Field>
  );
}
