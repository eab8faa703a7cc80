import { Select } from 'antd';
import { Field, type Place } from './Field';

interface Props<T extends string> extends Place {
  value: T;
  choices: { value: T; label: string }[];
  onChange: (value: T) => void;
  /** What an emptied choice is. */
  none: T;
}

export function ChoiceField<T extends string>({ value, choices, onChange, none, ...place }: Props<T>) {
  return (
    <Field {...place}>
      {(id, says) => (
        <Select<T>
          id={id}
          aria-describedby={says}
          allowClear
          placeholder="请选择"
          value={value === none ? null : value}
          options={choices}
          disabled={place.lock !== null}
          onChange={(chosen) => onChange(chosen ?? none)}
        />
      )}
    </Field>
  );
}
